import * as v from 'valibot';
import * as fields from '../../../../common/fields';
import type { AccountKind } from '../../../../common/setup_request';
import type { Cloud } from '../../../../common/sign_in';
import { flag, listOf, objectOf, requiredText, tags, text } from './answers/shapes';
import { resourceGroupOf, toRegionName, toState } from './answers/normalize';
import type { Account, NewAccount } from '../azure';
import { isDataUrl } from '../clouds';
import { cognitiveApiVersion } from '../resources/account';

export const cognitiveApi = `api-version=${cognitiveApiVersion}`;

/** The entry of `endpoints` for the OpenAI API, for accounts of any kind. */
const openAiEndpointName = 'OpenAI Language Model Instance API';

export const accountShape = v.object({
  id: text,
  name: requiredText,
  kind: text,
  location: text,
  tags,
  properties: objectOf({
    provisioningState: text,
    endpoint: text,
    endpoints: objectOf({ [openAiEndpointName]: text }),
    customSubDomainName: text,
    publicNetworkAccess: text,
    networkAcls: objectOf({
      defaultAction: text,
      ipRules: listOf(v.object({ value: requiredText })),
    }),
    disableLocalAuth: flag,
  }),
});
export type ArmAccount = v.InferOutput<typeof accountShape>;

/** Azure accepts and returns a kind in any case. Other kinds are speech, vision and so on. */
export const openAiKind = (kind: string | undefined): AccountKind | undefined =>
  fields.kind.options.find((known) => known.toLowerCase() === kind?.toLowerCase());

function networkOf({ properties }: ArmAccount): Pick<Account, 'networkAccess' | 'ipRules'> {
  const { publicNetworkAccess, networkAcls } = properties;
  const closed = publicNetworkAccess === 'Disabled';
  const selected = networkAcls.defaultAction === 'Deny';
  return {
    networkAccess: closed ? 'disabled' : selected ? 'selected' : 'all',
    ipRules: networkAcls.ipRules.map(({ value }) => value.replace(/\/32$/, '')),
  };
}

export function toAccount(cloud: Cloud, found: ArmAccount): Account {
  const { properties } = found;
  const endpoint = properties.endpoints[openAiEndpointName] ?? properties.endpoint;
  // The key is sent to this URL, so it must be a host from the cloud's table.
  const isCloudHost =
    endpoint !== undefined && URL.canParse(endpoint) && isDataUrl(cloud, endpoint);
  return {
    resourceGroup: resourceGroupOf(found.id),
    accountName: found.name,
    kind: openAiKind(found.kind) ?? found.kind ?? '',
    location: toRegionName(found.location),
    state: toState(properties.provisioningState),
    tags: found.tags,
    customSubDomainName: properties.customSubDomainName,
    openAiEndpoint: isCloudHost ? endpoint : undefined,
    ...networkOf(found),
    keysDisabled: properties.disableLocalAuth === true,
  };
}

type NetworkOf = Pick<NewAccount, 'networkAccess' | 'ipRules'>;

const networkShape = v.object({
  properties: objectOf({
    networkAcls: objectOf({
      bypass: text,
      virtualNetworkRules: v.fallback(v.optional(v.array(v.unknown())), undefined),
    }),
  }),
});

/** Patches the network access only; keeps rules for virtual networks and trusted services. */
export function networkPatch(found: unknown, { networkAccess, ipRules }: NetworkOf) {
  if (networkAccess === 'disabled') return { properties: { publicNetworkAccess: 'Disabled' } };
  const { bypass, virtualNetworkRules } = v.parse(networkShape, found).properties.networkAcls;
  const networkAcls = {
    defaultAction: networkAccess === 'selected' ? 'Deny' : 'Allow',
    ipRules: networkAccess === 'selected' ? ipRules.map((value) => ({ value })) : [],
    ...(bypass ? { bypass } : {}),
    ...(virtualNetworkRules ? { virtualNetworkRules } : {}),
  };
  return { properties: { publicNetworkAccess: 'Enabled', networkAcls } };
}

export const toDeleted = ({ id, name, location, tags: found, properties }: ArmAccount) => ({
  accountName: name,
  resourceGroup: resourceGroupOf(id),
  location: toRegionName(/\/locations\/([^/]+)/i.exec(id ?? '')?.[1] ?? location),
  customSubDomainName: properties.customSubDomainName,
  tags: found,
});
