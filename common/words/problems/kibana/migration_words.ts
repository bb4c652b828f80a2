import { i18n } from '@kbn/i18n';
import { targetReasons } from '../../../targets/target_reasons';
import { targetReasonText } from '../../target_text';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** A problem can come from another version of the plugin. */
const reasonIn = (outside: string | undefined): string | undefined =>
  targetReasons.filter((reason) => reason === outside).map(targetReasonText)[0];

const withoutConnector = i18n.translate('azureOpenaiSetup.problems.shared.withoutConnector', {
  defaultMessage:
    'Continue without the connector, and choose the resource and the deployment in the plan.',
});

/** The migration of a connector to an inference endpoint. */
export const migrationWords = {
  connector_resource_not_seen: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_resource_not_seen.title', {
      defaultMessage: "Couldn't find the connector's resource",
    }),
    cause: sentences(
      has(detail, 'host') &&
        i18n.translate('azureOpenaiSetup.problems.connector_resource_not_seen.host', {
          defaultMessage: 'The connector calls {host}.',
          values: detail,
        }),
      i18n.translate('azureOpenaiSetup.problems.connector_resource_not_seen.cause', {
        defaultMessage:
          "The resource is in another tenant, your account can't read it, or it was deleted.",
      }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_resource_not_seen.remedy', {
      defaultMessage: 'Sign in to the tenant of the resource with an account that can read it.',
    }),
  }),
  connector_resource_ambiguous: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_resource_ambiguous.title', {
      defaultMessage: "The connector's URL matches several Azure OpenAI resources",
    }),
    cause: sentences(
      has(detail, 'host')
        ? i18n.translate('azureOpenaiSetup.problems.connector_resource_ambiguous.host', {
            defaultMessage:
              "The connector calls {host}, which serves a whole region. Only its key determines the resource, and Kibana can't read the key.",
            values: detail,
          })
        : i18n.translate('azureOpenaiSetup.problems.connector_resource_ambiguous.cause', {
            defaultMessage:
              "Only the connector's key determines the resource, and Kibana can't read the key.",
          }),
      has(detail, 'deployment', 'names') &&
        i18n.translate('azureOpenaiSetup.problems.connector_resource_ambiguous.names', {
          defaultMessage: 'These resources have a deployment {deployment}: {names}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.connector_resource_ambiguous.remedy', {
      defaultMessage:
        "Enter the endpoint of the resource in the connector's URL, then try again. Or continue without the connector and choose the resource in the plan.",
    }),
  }),
  connector_cannot_move: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_cannot_move.title', {
      defaultMessage: "An inference endpoint can't replace this connector",
    }),
    cause: sentences(
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.connector_cannot_move.name', {
          defaultMessage: 'The connector is {name}.',
          values: detail,
        }),
      reasonIn(detail?.reason) ??
        i18n.translate('azureOpenaiSetup.problems.connector_cannot_move.cause', {
          defaultMessage: "Its host, its cloud, or this Kibana version doesn't support one.",
        }),
    ),
    remedy: withoutConnector,
  }),
  connector_gone: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.connector_gone.title', {
      defaultMessage: 'The connector no longer exists in this space',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.connector_gone.cause', {
      defaultMessage:
        "It was deleted, it belongs to another space, or your roles don't let you see it.",
    }),
    remedy: withoutConnector,
  }),
} satisfies Partial<Words>;
