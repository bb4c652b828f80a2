import { i18n } from '@kbn/i18n';
import type { AccountOption, DeploymentOption, ModelOption } from '../../common/options';
import { deploymentType } from '../../common/fields';
import type { SetupRequest } from '../../common/setup_request';

type NetworkAccess = SetupRequest['networkAccess'];

/** The portal's three choices, and what each means for the connector. */
export const networkText: Record<NetworkAccess, { name: string; meaning: string }> = {
  all: {
    name: i18n.translate('azureOpenaiSetup.resource.network.all', {
      defaultMessage: 'All networks',
    }),
    meaning: i18n.translate('azureOpenaiSetup.resource.network.allMeaning', {
      defaultMessage: 'The connector works from anywhere. Whoever calls needs the API key.',
    }),
  },
  selected: {
    name: i18n.translate('azureOpenaiSetup.resource.network.selected', {
      defaultMessage: 'Selected addresses',
    }),
    meaning: i18n.translate('azureOpenaiSetup.resource.network.selectedMeaning', {
      defaultMessage:
        'The connector works when the public address of the Kibana server is in the list.',
    }),
  },
  disabled: {
    name: i18n.translate('azureOpenaiSetup.resource.network.disabled', {
      defaultMessage: 'Disabled',
    }),
    meaning: i18n.translate('azureOpenaiSetup.resource.network.disabledMeaning', {
      defaultMessage:
        'The connector works only through a private endpoint, which you create in the Azure portal.',
    }),
  },
};

/** Why an existing resource cannot be chosen; undefined when it can. */
export function accountObstacle(account: AccountOption): string | undefined {
  if (account.state !== 'Succeeded') {
    return i18n.translate('azureOpenaiSetup.resource.accounts.notReady', {
      defaultMessage: 'Not ready: {state}',
      values: { state: account.state },
    });
  }
  if (!account.keyAccess) {
    return i18n.translate('azureOpenaiSetup.resource.accounts.noKeys', {
      defaultMessage: 'Refuses API keys, which the connector needs',
    });
  }
  if (!account.customSubDomainName) {
    return i18n.translate('azureOpenaiSetup.resource.accounts.noEndpoint', {
      defaultMessage: 'Has no endpoint of its own',
    });
  }
  return undefined;
}

const isKnownType = (type: string) => deploymentType.safeParse(type).success;

/** Why an existing deployment cannot be used; undefined when it can. `models`: what the region offers. */
export function deploymentObstacle(
  deployment: DeploymentOption,
  models: readonly ModelOption[] | undefined,
): string | undefined {
  if (deployment.state !== 'Succeeded') {
    return i18n.translate('azureOpenaiSetup.resource.deployments.notReady', {
      defaultMessage: 'Not ready: {state}',
      values: { state: deployment.state },
    });
  }
  if (!isKnownType(deployment.deploymentType)) {
    return i18n.translate('azureOpenaiSetup.resource.deployments.type', {
      defaultMessage: 'Its deployment type is not one that setup knows',
    });
  }
  const offers = models?.filter(({ modelName }) => modelName === deployment.modelName);
  const chats = offers?.some(({ drawbacks }) => !drawbacks.includes('responses_only'));
  if (chats === false) {
    return i18n.translate('azureOpenaiSetup.resource.deployments.noChat', {
      defaultMessage: 'Not on the list of chat models of this region',
    });
  }
  return undefined;
}
