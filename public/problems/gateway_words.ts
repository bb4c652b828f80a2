import { i18n } from '@kbn/i18n';
import type { ProblemCode } from '../../common/problem';
import { has, sentences, type Words } from './words';

/** What stands between Kibana and Azure, and answers that are none. */
export const gatewayWords = {
  proxy_unreachable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.title', {
      defaultMessage: 'The Kibana server cannot reach its proxy',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.cause', {
        defaultMessage:
          'Kibana calls Azure through a proxy, and no connection to this proxy could be opened.',
      }),
      has(detail, 'proxy') &&
        i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.proxy', {
          defaultMessage: 'The proxy is {proxy}.',
          values: detail,
        }),
      has(detail, 'reason') &&
        i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.reason', {
          defaultMessage: 'The reason is {reason}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.proxy_unreachable.remedy', {
      defaultMessage:
        'Check azure_openai_setup.proxyUrl in kibana.yml, or HTTPS_PROXY where Kibana starts: name, port and protocol. Then try again.',
    }),
  }),
  proxy_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.proxy_refused.title', {
      defaultMessage: 'The proxy does not let Kibana through to Azure',
    }),
    cause: has(detail, 'proxy', 'host', 'status')
      ? i18n.translate('azureOpenaiSetup.problems.proxy_refused.detail', {
          defaultMessage: 'The proxy {proxy} answered {status} to a connection to {host}.',
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.proxy_refused.cause', {
          defaultMessage: 'The proxy refused the connection.',
        }),
    remedy: i18n.translate('azureOpenaiSetup.problems.proxy_refused.remedy', {
      defaultMessage: 'Have this host allowed in the proxy on port 443, then try again.',
    }),
  }),
  proxy_authentication_required: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.title', {
      defaultMessage: 'The proxy asks for a user name and a password',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.cause', {
        defaultMessage:
          'The proxy between Kibana and Azure answered 407: it knows no user name, or does not accept the one that it got.',
      }),
      has(detail, 'proxy') &&
        i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.proxy', {
          defaultMessage: 'The proxy is {proxy}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.proxy_authentication_required.remedy', {
      defaultMessage:
        "Put the user name and the password into azure_openai_setup.proxyUrl in kibana.yml, as in http://name:password@host:port, or have the Kibana server's address allowed in the proxy. Then restart Kibana.",
    }),
  }),
  answer_not_azure: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.answer_not_azure.title', {
      defaultMessage: 'The answer did not come from Azure',
    }),
    cause: has(detail, 'host', 'status')
      ? i18n.translate('azureOpenaiSetup.problems.answer_not_azure.detail', {
          defaultMessage:
            'A call to {host} was answered with status {status}, in a form that Azure does not use. Usually a gateway, a proxy or a sign-in page of the network answers like this.',
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.answer_not_azure.cause', {
          defaultMessage:
            'A call was answered in a form that Azure does not use. Usually a gateway, a proxy or a sign-in page of the network answers like this.',
        }),
    remedy: i18n.translate('azureOpenaiSetup.problems.answer_not_azure.remedy', {
      defaultMessage:
        'Have the calls of the Kibana server to this host allowed on the way, then try again. Nothing is known about the resource itself until then.',
    }),
  }),
  gateway_unavailable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.title', {
      defaultMessage: 'A gateway on the way to Azure is not available',
    }),
    cause: has(detail, 'host', 'status')
      ? i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.detail', {
          defaultMessage:
            'Calls to {host} were answered with status {status} several times, in a form that Azure does not use.',
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.cause', {
          defaultMessage: 'Calls were refused several times, in a form that Azure does not use.',
        }),
    remedy: i18n.translate('azureOpenaiSetup.problems.gateway_unavailable.remedy', {
      defaultMessage:
        'Try again in a few minutes. When it comes back, look into the log of the proxy or gateway between Kibana and Azure.',
    }),
  }),
  azure_answer_too_large: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.title', {
      defaultMessage: 'An answer has no end that Kibana could wait for',
    }),
    cause: sentences(
      has(detail, 'megabytes')
        ? i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.megabytes', {
            defaultMessage: 'The answer is larger than {megabytes} MB.',
            values: detail,
          })
        : i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.pages', {
            defaultMessage: 'The list goes on for too long, or points to the same page again.',
          }),
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.host', {
          defaultMessage: 'The host is {host}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.azure_answer_too_large.remedy', {
      defaultMessage:
        'Try again. When it comes back, look for a gateway between Kibana and Azure that changes answers, or ask Microsoft support.',
    }),
  }),
} satisfies Partial<Record<ProblemCode, Words>>;
