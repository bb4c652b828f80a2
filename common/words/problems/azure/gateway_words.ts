import { i18n } from '@kbn/i18n';
import { hostSentence, proxySentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** Proxies and gateways between Kibana and Azure, and responses that are not from Azure. */
export const gatewayWords = {
  proxy_unreachable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.title', {
      defaultMessage: "The Kibana server can't reach its proxy",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.cause', {
        defaultMessage: "Kibana calls Azure through a proxy, but couldn't connect to this proxy.",
      }),
      proxySentence(detail),
      has(detail, 'reason') &&
        i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.reason', {
          defaultMessage: 'The reason is {reason}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.remedy', {
      defaultMessage:
        'Check the name, port, and protocol in azure_openai_setup.proxyUrl in kibana.yml, or in the environment variable HTTPS_PROXY of the Kibana server. Then try again.',
    }),
  }),
  proxy_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.proxy_refused.title', {
      defaultMessage: "The proxy doesn't allow Kibana to connect to Azure",
    }),
    cause: has(detail, 'proxy', 'host', 'status')
      ? i18n.translate('azureOpenaiSetup.problems.proxy_refused.detail', {
          defaultMessage:
            'The proxy {proxy} responded to a connection to {host} with status {status}.',
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.proxy_refused.cause', {
          defaultMessage: 'The proxy refused the connection.',
        }),
    remedy: i18n.translate('azureOpenaiSetup.problems.proxy_refused.remedy', {
      defaultMessage: 'Allow connections to Azure on port 443 in the proxy, then try again.',
    }),
  }),
  proxy_authentication_required: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.title', {
      defaultMessage: 'The proxy requires a username and password',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.cause', {
        defaultMessage:
          "The proxy between Kibana and Azure responded with status 407: it received no username, or doesn't accept the one that it received.",
      }),
      proxySentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.remedy', {
      defaultMessage:
        'Add the username and password to azure_openai_setup.proxyUrl in kibana.yml, as in http://name:password@host:port, or allow the address of the Kibana server in the proxy. Then restart Kibana.',
    }),
  }),
  answer_not_azure: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_not_azure.title', {
      defaultMessage: "The response didn't come from Azure",
    }),
    cause: has(detail, 'host', 'status')
      ? i18n.translate('azureOpenaiSetup.problems.answer_not_azure.detail', {
          defaultMessage:
            "A call to {host} returned status {status} in a format that Azure doesn't use. Such responses usually come from a gateway, a proxy, or a sign-in page on the network.",
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.answer_not_azure.cause', {
          defaultMessage:
            "A call returned a format that Azure doesn't use. Such responses usually come from a gateway, a proxy, or a sign-in page on the network.",
        }),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_not_azure.remedy', {
      defaultMessage:
        'Allow calls from the Kibana server to this host on the network, then try again. Until then, the state of the resource is unknown.',
    }),
  }),
  gateway_unavailable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.title', {
      defaultMessage: 'A gateway between Kibana and Azure is unavailable',
    }),
    cause: has(detail, 'host', 'status')
      ? i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.detail', {
          defaultMessage:
            "Calls to {host} returned status {status} several times, in a format that Azure doesn't use.",
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.cause', {
          defaultMessage: "Calls were refused several times, in a format that Azure doesn't use.",
        }),
    remedy: i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.remedy', {
      defaultMessage:
        'Try again in a few minutes. If the problem persists, check the log of the proxy or gateway between Kibana and Azure.',
    }),
  }),
  azure_answer_too_large: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.title', {
      defaultMessage: 'A response is too long for Kibana to read',
    }),
    cause: sentences(
      has(detail, 'megabytes')
        ? i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.megabytes', {
            defaultMessage: 'The response is larger than {megabytes} MB.',
            values: detail,
          })
        : i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.pages', {
            defaultMessage: 'The list is too long, or points to the same page again.',
          }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.remedy', {
      defaultMessage:
        'Try again. If the problem persists, look for a gateway between Kibana and Azure that changes responses, or contact Microsoft support.',
    }),
  }),
} satisfies Partial<Words>;
