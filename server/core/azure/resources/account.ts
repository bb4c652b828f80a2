import type { NewAccount } from '../azure';
import { accountPath } from '../arm_paths';
import type { ArmBody, ArmResource } from './arm_resource';

/** The API version of `@azure/arm-cognitiveservices` and of plain requests. */
export const cognitiveApiVersion = '2025-09-01';

export const accountType = 'Microsoft.CognitiveServices/accounts';

/** The only pricing tier of the kinds that serve OpenAI models. */
const sku = { name: 'S0' };

type Network = Pick<NewAccount, 'networkAccess' | 'ipRules'>;

const networkProperties = ({ networkAccess, ipRules }: Network): ArmBody['properties'] => {
  switch (networkAccess) {
    case 'all':
      return { publicNetworkAccess: 'Enabled' };
    case 'selected': {
      const networkAcls = {
        defaultAction: 'Deny',
        ipRules: ipRules.map((value) => ({ value })),
      } as const;
      return { publicNetworkAccess: 'Enabled', networkAcls };
    }
    case 'disabled':
      return { publicNetworkAccess: 'Disabled' };
  }
};

/** The account that a request creates. */
export const accountResource = (wanted: NewAccount): ArmResource => ({
  type: accountType,
  apiVersion: cognitiveApiVersion,
  path: accountPath(wanted),
  name: wanted.accountName,
  parent: { subscriptionId: wanted.subscriptionId, resourceGroup: wanted.resourceGroup },
  body: {
    location: wanted.location,
    kind: wanted.kind,
    sku,
    tags: wanted.tags,
    properties: {
      customSubDomainName: wanted.customSubDomainName,
      ...networkProperties(wanted),
      ...(wanted.authentication === 'entra_id' && { disableLocalAuth: true }),
    },
  },
});
