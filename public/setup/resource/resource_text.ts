import { i18n } from '@kbn/i18n';
import type { AccountObstacle, DeploymentObstacle } from '../../../common/azure/adoption';
import { freeTokens } from '../../../common/models/capacity';
import type { AccountOption, DeploymentOption } from '../../../common/options';
import type { AccountKind, SetupRequest } from '../../../common/setup_request';
import type { ModelCaller } from '../../../common/targets/targets';
import type { FormStepProps } from '../form/form_step';
import { typeOf } from '../offers/model_offer';
import { formatTokens, modelTitle } from '../../../common/words/format';

export const kindText: Record<AccountKind, string> = {
  OpenAI: i18n.translate('azureOpenaiSetup.resource.kind.OpenAI', {
    defaultMessage: 'Azure OpenAI',
  }),
  AIServices: i18n.translate('azureOpenaiSetup.resource.kind.AIServices', {
    defaultMessage: 'Microsoft Foundry (AIServices)',
  }),
};

/** Texts of the tables of existing resources. */
export const tableText = {
  name: i18n.translate('azureOpenaiSetup.resource.accounts.name', { defaultMessage: 'Name' }),
  actions: i18n.translate('azureOpenaiSetup.resource.accounts.actions', {
    defaultMessage: 'Actions',
  }),
  use: i18n.translate('azureOpenaiSetup.resource.accounts.use', { defaultMessage: 'Use' }),
};

type NetworkAccess = SetupRequest['networkAccess'];

/** The portal's three options, and their effect on the servers that call the model. */
export const networkText: Record<
  NetworkAccess,
  { name: string; meaning(caller: ModelCaller): string }
> = {
  all: {
    name: i18n.translate('azureOpenaiSetup.resource.network.all', {
      defaultMessage: 'All networks',
    }),
    meaning: () =>
      i18n.translate('azureOpenaiSetup.resource.network.allMeaning', {
        defaultMessage:
          'Any network can reach the endpoint. Calls still require a key or a sign-in.',
      }),
  },
  selected: {
    name: i18n.translate('azureOpenaiSetup.resource.network.selected', {
      defaultMessage: 'Selected addresses',
    }),
    meaning: (caller) =>
      i18n.translate('azureOpenaiSetup.resource.network.selectedMeaning', {
        defaultMessage:
          'Only these addresses can reach the endpoint. {caller, select, kibana {Include those of the Kibana server.} elasticsearch {Include those of the Elasticsearch nodes.} other {Include those of the Kibana server and the Elasticsearch nodes.}}',
        values: { caller },
      }),
  },
  disabled: {
    name: i18n.translate('azureOpenaiSetup.resource.network.disabled', {
      defaultMessage: 'Disabled',
    }),
    meaning: (caller) =>
      i18n.translate('azureOpenaiSetup.resource.network.disabledMeaning', {
        defaultMessage:
          '{caller, select, kibana {Kibana needs} elasticsearch {The Elasticsearch nodes need} other {Kibana and the Elasticsearch nodes need}} a private endpoint, which you create in the Azure portal.',
        values: { caller },
      }),
  },
};

export const accountObstacleText: Record<AccountObstacle, (account: AccountOption) => string> = {
  not_ready: ({ state }) =>
    i18n.translate('azureOpenaiSetup.resource.accounts.notReady', {
      defaultMessage: 'Not ready: {state}',
      values: { state },
    }),
  keys_disabled: () =>
    i18n.translate('azureOpenaiSetup.resource.accounts.noKeys', {
      defaultMessage: "Doesn't accept API keys, which the connector needs",
    }),
  no_endpoint: () =>
    i18n.translate('azureOpenaiSetup.resource.accounts.noEndpoint', {
      defaultMessage: 'Has no endpoint of its own',
    }),
  unexpected_form: () =>
    i18n.translate('azureOpenaiSetup.resource.accounts.unexpectedForm', {
      defaultMessage: 'Its name or region has an unexpected format',
    }),
};

/** "2 deployments". */
export function deploymentsText(deployments: readonly DeploymentOption[] | undefined): string {
  if (!deployments) {
    return i18n.translate('azureOpenaiSetup.resource.accounts.deploymentsUnread', {
      defaultMessage: 'Listed when you choose the resource',
    });
  }
  return deployments.length === 0
    ? i18n.translate('azureOpenaiSetup.resource.accounts.noDeployments', {
        defaultMessage: 'None',
      })
    : i18n.translate('azureOpenaiSetup.resource.accounts.deploymentCount', {
        defaultMessage: '{count, plural, one {# deployment} other {# deployments}}',
        values: { count: deployments.length },
      });
}

/** Available quota of the chosen model in the account's region; known for the request's region and kind only. */
export function roomText(
  { location, kind }: AccountOption,
  { request, options }: Pick<FormStepProps, 'request' | 'options'>,
): string | undefined {
  const model = options.models?.find(
    (one) =>
      one.location === location &&
      one.kind === kind &&
      one.modelName === request.modelName &&
      one.modelVersion === request.modelVersion,
  );
  const type = typeOf(request, model);
  const free = type && freeTokens(type);
  if (free === undefined) return undefined;
  return i18n.translate('azureOpenaiSetup.resource.accounts.room', {
    defaultMessage: '{tokens} available for {model}',
    values: {
      tokens: formatTokens(free),
      model: modelTitle(request.modelName),
    },
  });
}

export const deploymentObstacleText: Record<
  DeploymentObstacle,
  (deployment: DeploymentOption) => string
> = {
  not_ready: ({ state }) =>
    i18n.translate('azureOpenaiSetup.resource.deployments.notReady', {
      defaultMessage: 'Not ready: {state}',
      values: { state },
    }),
  batch: () =>
    i18n.translate('azureOpenaiSetup.resource.deployments.batch', {
      defaultMessage: "Processes batch jobs and can't chat",
    }),
  no_chat: () =>
    i18n.translate('azureOpenaiSetup.resource.deployments.noChat', {
      defaultMessage: "Doesn't support the Chat Completions API, which Kibana needs",
    }),
};
