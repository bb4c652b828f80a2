import { i18n } from '@kbn/i18n';
import { hostSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** The connection from the connector to the deployment. */
export const reachWords = {
  key_rejected: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.key_rejected.title', {
      defaultMessage: "The endpoint doesn't accept the API key",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.key_rejected.cause', {
      defaultMessage: "The key isn't active yet, or it was regenerated.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.key_rejected.remedy', {
      defaultMessage: 'Try again in 5 minutes.',
    }),
  }),
  deployment_not_found: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_not_found.title', {
      defaultMessage: "The endpoint doesn't recognize the deployment yet",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.deployment_not_found.cause', {
      defaultMessage: 'A new deployment can take 5 minutes to become available.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_not_found.remedy', {
      defaultMessage:
        'Try again in 5 minutes. If it fails again, check whether the deployment is still in the Azure portal.',
    }),
  }),
  endpoint_unreachable: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.endpoint_unreachable.title', {
      defaultMessage: "The connector can't reach the endpoint",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.endpoint_unreachable.cause', {
        defaultMessage: 'The connection failed or timed out.',
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.endpoint_unreachable.remedy', {
      defaultMessage:
        'Allow connections from the Kibana server to this host on port 443, or set your proxy in xpack.actions.proxyUrl in kibana.yml. Then try again.',
    }),
  }),
  endpoint_untrusted: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.endpoint_untrusted.title', {
      defaultMessage: "Connectors don't trust the certificate of the endpoint",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.endpoint_untrusted.cause', {
        defaultMessage:
          'Usually, a company proxy inspects connections and uses its own certificate authority.',
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.endpoint_untrusted.remedy', {
      defaultMessage:
        'Set NODE_EXTRA_CA_CERTS to the certificate authority file, restart Kibana, then check again.',
    }),
  }),
  endpoint_unresolved: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.endpoint_unresolved.title', {
      defaultMessage: "The endpoint name can't be resolved",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.endpoint_unresolved.cause', {
        defaultMessage:
          'A new host name takes a few minutes to reach every DNS server. The host name of a deleted resource no longer exists.',
      }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.endpoint_unresolved.remedy', {
      defaultMessage:
        'Try again in 5 minutes. If it fails again, ask your network team whether Kibana and Elasticsearch can resolve public names.',
    }),
  }),
  data_permission_denied: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.data_permission_denied.title', {
      defaultMessage: 'The endpoint denied access',
    }),
    ...(has(detail, 'role')
      ? {
          cause: i18n.translate('azureOpenaiSetup.problems.data_permission_denied.role', {
            defaultMessage:
              "The role {role} of the application isn't in effect yet, or it was removed.",
            values: detail,
          }),
          remedy: i18n.translate('azureOpenaiSetup.problems.data_permission_denied.roleRemedy', {
            defaultMessage:
              'Try again in 10 minutes. If it fails again, check the role of the application under "Access control (IAM)" of the resource in the Azure portal.',
          }),
        }
      : {
          cause: i18n.translate('azureOpenaiSetup.problems.data_permission_denied.cause', {
            defaultMessage:
              "Azure requires a role to call the model, but API keys don't have roles.",
          }),
          remedy: i18n.translate('azureOpenaiSetup.problems.data_permission_denied.remedy', {
            defaultMessage: 'Allow key access on the resource, then try again.',
          }),
        }),
  }),
  gateway_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.gateway_refused.title', {
      defaultMessage: 'A proxy or gateway refused the call',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.gateway_refused.cause', {
        defaultMessage:
          "The response isn't in a format that Azure uses, so it comes from a system between Kibana and Azure.",
      }),
      has(detail, 'status') &&
        i18n.translate('azureOpenaiSetup.problems.gateway_refused.status', {
          defaultMessage: 'The HTTP status is {status}.',
          values: detail,
        }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.gateway_refused.remedy', {
      defaultMessage:
        'Allow the Kibana server to connect to this host on port 443, then try again.',
    }),
  }),
  connector_proxy_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_proxy_refused.title', {
      defaultMessage: 'The proxy for connectors refuses the connection',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.connector_proxy_refused.cause', {
        defaultMessage: 'Connectors use the proxy in xpack.actions.proxyUrl.',
      }),
      detail?.status === 407
        ? i18n.translate('azureOpenaiSetup.problems.connector_proxy_refused.signIn', {
            defaultMessage: "It requires a username and password that it didn't receive.",
          })
        : has(detail, 'status') &&
            i18n.translate('azureOpenaiSetup.problems.connector_proxy_refused.status', {
              defaultMessage: 'The HTTP status is {status}.',
              values: detail,
            }),
      hostSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_proxy_refused.remedy', {
      defaultMessage:
        'Allow connections to this host on port 443 in the proxy. If the proxy requires a sign-in, add the username and password to xpack.actions.proxyUrl in kibana.yml, or a header to xpack.actions.proxyHeaders, and restart Kibana.',
    }),
  }),
} satisfies Partial<Words>;
