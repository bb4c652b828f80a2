import { i18n } from '@kbn/i18n';
import { azureAnswer } from './request_words';
import { has, sentences, type Words } from './words';

/** The connection to Azure Resource Manager. */
export const azureWords = {
  azure_unreachable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_unreachable.title', {
      defaultMessage: "The Kibana server can't reach Azure",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_unreachable.cause', {
        defaultMessage: 'The connection failed or timed out.',
      }),
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.azure_unreachable.host', {
          defaultMessage: 'The host is {host}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_unreachable.remedy', {
      defaultMessage:
        'Let the Kibana server through the firewall to this host on port 443, or name your proxy in azure_openai_setup.proxyUrl in kibana.yml. Then try again.',
    }),
  }),
  azure_untrusted: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_untrusted.title', {
      defaultMessage: "Kibana doesn't trust the certificate it was shown",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_untrusted.cause', {
        defaultMessage:
          'Something between Kibana and Azure, usually a company proxy, answers with a certificate of its own.',
      }),
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.azure_untrusted.host', {
          defaultMessage: 'It was shown for {host}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_untrusted.remedy', {
      defaultMessage:
        "Put the file with the proxy's authority into azure_openai_setup.ssl.certificateAuthorities in kibana.yml and restart Kibana.",
    }),
  }),
  azure_busy: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_busy.title', {
      defaultMessage: "Azure isn't available just now",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.azure_busy.cause', {
      defaultMessage: "Azure answered several times that it couldn't serve the request.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_busy.remedy', {
      defaultMessage: 'Try again in a few minutes. Everything created so far stays.',
    }),
  }),
  azure_throttled: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_throttled.title', {
      defaultMessage: 'Azure asks for a pause',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_throttled.cause', {
        defaultMessage:
          'You, or others in the same subscription, sent more management requests than Azure takes.',
      }),
      has(detail, 'seconds') &&
        i18n.translate('azureOpenaiSetup.problems.azure_throttled.seconds', {
          defaultMessage: 'It asks to wait {seconds, plural, one {# second} other {# seconds}}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_throttled.remedy', {
      defaultMessage: 'Wait a little and try again.',
    }),
  }),
  azure_host_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_host_refused.title', {
      defaultMessage: 'Kibana refused to follow an address',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_host_refused.cause', {
        defaultMessage:
          "An answer pointed to a host that isn't one of the chosen Azure cloud's. Kibana sends your sign-in to no other host.",
      }),
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.azure_host_refused.host', {
          defaultMessage: 'The host is {host}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_host_refused.remedy', {
      defaultMessage:
        'Check which Azure cloud is chosen. If it is right, contact the person who manages the network of the Kibana server.',
    }),
  }),
  azure_api_version: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_api_version.title', {
      defaultMessage: "This Azure cloud doesn't know the version of the interface",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.azure_api_version.cause', {
      defaultMessage:
        'Azure refused the API version that this plugin asks for. Government and China clouds get new versions later.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_api_version.remedy', {
      defaultMessage:
        'Update the plugin. Until then, create the resource in the Azure portal and choose it here under "Existing resource".',
    }),
  }),
  azure_error: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_error.title', {
      defaultMessage: 'Azure refused the request',
    }),
    cause: sentences(
      azureAnswer(problem) ||
        i18n.translate('azureOpenaiSetup.problems.azure_error.cause', {
          defaultMessage: 'Azure gave no reason that this page knows.',
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_error.remedy', {
      defaultMessage:
        "Follow Azure's own words above, then try again. Azure support finds the request by the correlation ID below.",
    }),
  }),
  operation_slow: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.operation_slow.title', {
      defaultMessage: 'Azure takes longer than it should',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.operation_slow.cause', {
        defaultMessage: "Azure has accepted the request and isn't done with it.",
      }),
      has(detail, 'minutes') &&
        i18n.translate('azureOpenaiSetup.problems.operation_slow.minutes', {
          defaultMessage: 'Setup has waited {minutes, plural, one {# minute} other {# minutes}}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.operation_slow.remedy', {
      defaultMessage:
        'Try again to continue waiting. The Azure portal shows the state of the resource, and outages under Service Health.',
    }),
  }),
} satisfies Partial<Words>;
