import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { hostSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { hasPositive, type Words } from '../words';

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
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_unreachable.remedy', {
      defaultMessage:
        'Allow connections from the Kibana server to Azure on port 443, or set your proxy in azure_openai_setup.proxyUrl in kibana.yml. Then try again.',
    }),
  }),
  azure_untrusted: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_untrusted.title', {
      defaultMessage: "Kibana doesn't trust the certificate that it received",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_untrusted.cause', {
        defaultMessage:
          'A system between Kibana and Azure, usually a company proxy, responds with its own certificate.',
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_untrusted.remedy', {
      defaultMessage:
        "Add the proxy's certificate authority file to azure_openai_setup.ssl.certificateAuthorities in kibana.yml and restart Kibana.",
    }),
  }),
  azure_busy: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_busy.title', {
      defaultMessage: 'Azure is temporarily unavailable',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.azure_busy.cause', {
      defaultMessage: "Azure reported several times that it couldn't process the request.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_busy.remedy', {
      defaultMessage: 'Try again in a few minutes. Everything created so far is kept.',
    }),
  }),
  azure_throttled: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_throttled.title', {
      defaultMessage: 'Too many requests to Azure',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_throttled.cause', {
        defaultMessage:
          'You or others who use this subscription sent more management requests than Azure allows.',
      }),
      hasPositive(detail, 'seconds') &&
        i18n.translate('azureOpenaiSetup.problems.azure_throttled.seconds', {
          defaultMessage:
            'Azure requires a wait of {seconds, plural, one {# second} other {# seconds}}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_throttled.remedy', {
      defaultMessage: 'Wait a moment and try again.',
    }),
  }),
  azure_host_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_host_refused.title', {
      defaultMessage: 'Kibana blocked a request to an unknown host',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.azure_host_refused.cause', {
        defaultMessage:
          "A response pointed to a host outside the chosen Azure cloud. Kibana doesn't send your sign-in to other hosts.",
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_host_refused.remedy', {
      defaultMessage:
        "Check which Azure cloud is chosen. If it's correct, contact the person who manages the network of the Kibana server.",
    }),
  }),
  azure_api_version: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_api_version.title', {
      defaultMessage: "This Azure cloud doesn't support the API version",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.azure_api_version.cause', {
      defaultMessage:
        'Azure refused the API version that this plugin uses. The US The US Government and China clouds get new versions later.',
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
          defaultMessage: "Azure returned an error that this page doesn't recognize.",
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_error.remedy', {
      defaultMessage:
        'Read the details from Azure, correct the cause, and try again. Azure support can find the request by its correlation ID.',
    }),
  }),
  operation_slow: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.operation_slow.title', {
      defaultMessage: 'Azure is taking longer than expected',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.operation_slow.cause', {
        defaultMessage: "Azure accepted the request but hasn't finished it.",
      }),
      hasPositive(detail, 'minutes') &&
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
