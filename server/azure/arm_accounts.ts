import type { Account as ArmAccount } from '@azure/arm-cognitiveservices';
import * as v from 'valibot';
import { SetupError, type ProblemCode } from '../../common/problem';
import type { Cloud } from '../../common/sign_in';
import type { ArmConnection } from './arm_connection';
import { orAbsent, translating } from './arm_errors';
import { isoDate, resourceGroupOf, toRegionName, toState } from './arm_words';
import type { Account, AccountRef, Azure, DeletedAccount, NewAccount } from './azure';
import { isDataUrl } from './clouds';
import { accountPath } from './portal_url';

/** The client's own version; the requests that we write ourselves go by the same. */
export const cognitiveApiVersion = '2025-09-01';
export const cognitiveApi = `api-version=${cognitiveApiVersion}`;

export const accountType = 'Microsoft.CognitiveServices/accounts';
/** The entry of `endpoints` that is the OpenAI API, whatever the account's kind. */
const openAiEndpointName = 'OpenAI Language Model Instance API';

function networkOf({ properties }: ArmAccount): Pick<Account, 'networkAccess' | 'ipRules'> {
  const rules = properties?.networkAcls?.ipRules ?? [];
  const closed = properties?.publicNetworkAccess === 'Disabled';
  const selected = properties?.networkAcls?.defaultAction === 'Deny';
  return {
    networkAccess: closed ? 'disabled' : selected ? 'selected' : 'all',
    ipRules: rules.flatMap(({ value }) => (value ? [value.replace(/\/32$/, '')] : [])),
  };
}

function toAccount(cloud: Cloud, found: ArmAccount): Account {
  const { properties } = found;
  const endpoint = properties?.endpoints?.[openAiEndpointName] ?? properties?.endpoint;
  // The key goes where this points: to a host of the cloud's table or nowhere.
  const isOurs = endpoint !== undefined && URL.canParse(endpoint) && isDataUrl(cloud, endpoint);
  const subdomain = properties?.customSubDomainName;
  return {
    resourceGroup: resourceGroupOf(found.id),
    accountName: found.name ?? '',
    kind: found.kind ?? '',
    location: toRegionName(found.location),
    state: toState(properties?.provisioningState),
    tags: found.tags ?? {},
    ...(subdomain ? { customSubDomainName: subdomain } : {}),
    ...(isOurs ? { openAiEndpoint: endpoint } : {}),
    ...networkOf(found),
    keysDisabled: properties?.disableLocalAuth === true,
  };
}

type NetworkOf = Pick<NewAccount, 'networkAccess' | 'ipRules'>;

const networkBody = ({ networkAccess, ipRules }: NetworkOf) =>
  ({
    all: { publicNetworkAccess: 'Enabled' },
    selected: {
      publicNetworkAccess: 'Enabled',
      networkAcls: { defaultAction: 'Deny', ipRules: ipRules.map((value) => ({ value })) },
    },
    disabled: { publicNetworkAccess: 'Disabled' },
  })[networkAccess];

const kept = v.fallback(v.record(v.string(), v.unknown()), {});
const networkShape = v.object({
  properties: v.fallback(v.object({ networkAcls: kept }), { networkAcls: {} }),
});

/** A change of the network alone. Rules for virtual networks and trusted services belong to others. */
function networkPatch(found: unknown, { networkAccess, ipRules }: NetworkOf) {
  if (networkAccess === 'disabled') return { properties: { publicNetworkAccess: 'Disabled' } };
  const { bypass, virtualNetworkRules } = v.parse(networkShape, found).properties.networkAcls;
  const networkAcls = {
    defaultAction: networkAccess === 'selected' ? 'Deny' : 'Allow',
    ipRules: ipRules.map((value) => ({ value })),
    ...(bypass ? { bypass } : {}),
    ...(virtualNetworkRules ? { virtualNetworkRules } : {}),
  };
  return { properties: { publicNetworkAccess: 'Enabled', networkAcls } };
}

/** The body of the request that makes the account. */
export const accountBody = (wanted: NewAccount) => ({
  location: wanted.location,
  kind: wanted.kind,
  sku: { name: wanted.skuName },
  tags: wanted.tags,
  properties: { customSubDomainName: wanted.customSubDomainName, ...networkBody(wanted) },
});

function toDeleted(found: ArmAccount): DeletedAccount {
  const purgedAt = isoDate(found.properties?.scheduledPurgeDate);
  const subdomain = found.properties?.customSubDomainName;
  return {
    accountName: found.name ?? '',
    resourceGroup: resourceGroupOf(found.id),
    location: toRegionName(/\/locations\/([^/]+)/i.exec(found.id ?? '')?.[1] ?? found.location),
    ...(subdomain ? { customSubDomainName: subdomain } : {}),
    tags: found.tags ?? {},
    ...(purgedAt ? { purgedAt } : {}),
  };
}

const deletedPath = (
  { subscriptionId, resourceGroup, accountName }: AccountRef,
  location: string,
) =>
  `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/locations/${location}` +
  `/resourceGroups/${encodeURIComponent(resourceGroup)}/deletedAccounts/${encodeURIComponent(accountName)}`;

const isCode = (error: unknown, code: ProblemCode): error is SetupError =>
  error instanceof SetupError && error.problem.code === code;

type Verbs = Pick<
  Azure,
  | 'accounts'
  | 'account'
  | 'createAccount'
  | 'updateAccountNetwork'
  | 'deleteAccount'
  | 'deletedAccount'
  | 'deletedAccounts'
  | 'restoreAccount'
  | 'purgeAccount'
  | 'accountKey'
  | 'isSubdomainFree'
>;

/**
 * Cognitive Services accounts. Writes are one plain request each: the client's own pollers would
 * follow a status URL that lies outside the resource group, where one may have no rights.
 */
export function armAccounts(connection: ArmConnection, cloud: Cloud): Verbs {
  const { cognitive, send, read, list, asking, reading, listing } = connection;
  const hasDeployments = (ref: AccountRef) =>
    translating(ref, async () => {
      const path = `${accountPath(ref)}/deployments?${cognitiveApi}`;
      return (await list(path)).length > 0;
    });

  return {
    accounts: (subscriptionId) =>
      translating({ subscriptionId }, async () => {
        const all: Account[] = [];
        for await (const found of cognitive(subscriptionId).accounts.list(listing())) {
          if (found.kind === 'OpenAI' || found.kind === 'AIServices')
            all.push(toAccount(cloud, found));
        }
        return all;
      }),
    account: (ref) =>
      orAbsent(() =>
        translating(ref, async () => {
          const { accounts } = cognitive(ref.subscriptionId);
          return toAccount(
            cloud,
            await accounts.get(ref.resourceGroup, ref.accountName, reading()),
          );
        }),
      ),
    createAccount: (wanted) =>
      translating(
        wanted,
        async () => {
          await send('PUT', `${accountPath(wanted)}?${cognitiveApi}`, accountBody(wanted));
        },
        'account',
      ),
    updateAccountNetwork: (changed) =>
      translating(changed, async () => {
        const path = `${accountPath(changed)}?${cognitiveApi}`;
        await send('PATCH', path, networkPatch(await read(path), changed));
      }),
    async deleteAccount(ref) {
      const path = `${accountPath(ref)}?${cognitiveApi}`;
      try {
        await orAbsent(() => translating(ref, () => send('DELETE', path)));
      } catch (error) {
        // ARM goes on believing for a while that deleted deployments are there.
        if (!isCode(error, 'resource_not_empty') || (await hasDeployments(ref))) throw error;
        throw new SetupError({ ...error.problem, code: 'account_busy' });
      }
    },
    deletedAccount: (ref, location) =>
      orAbsent(() =>
        translating({ ...ref, location }, async () => {
          const { deletedAccounts } = cognitive(ref.subscriptionId);
          const { resourceGroup, accountName } = ref;
          return toDeleted(
            await deletedAccounts.get(location, resourceGroup, accountName, reading()),
          );
        }),
      ),
    async deletedAccounts(subscriptionId) {
      const all: DeletedAccount[] = [];
      const list = async () => {
        for await (const found of cognitive(subscriptionId).deletedAccounts.list(listing())) {
          all.push(toDeleted(found));
        }
      };
      await orAbsent(() => translating({ subscriptionId }, list));
      return all;
    },
    restoreAccount: (ref, location) =>
      translating(
        { ...ref, location },
        async () => {
          const body = { location, properties: { restore: true } };
          await send('PUT', `${accountPath(ref)}?${cognitiveApi}`, body);
        },
        'account',
      ),
    async purgeAccount(ref, location) {
      const path = `${deletedPath(ref, location)}?${cognitiveApi}`;
      await orAbsent(() => translating({ ...ref, location }, () => send('DELETE', path)));
    },
    accountKey: (ref) =>
      translating(
        ref,
        async () => {
          const { accounts } = cognitive(ref.subscriptionId);
          const { key1 } = await accounts.listKeys(ref.resourceGroup, ref.accountName, asking());
          if (!key1) throw new SetupError({ code: 'azure_error' });
          return key1;
        },
        'key',
      ),
    isSubdomainFree: (subscriptionId, subdomain, kind) =>
      translating({ subscriptionId }, async () => {
        const answer = await cognitive(subscriptionId).checkDomainAvailability(
          subdomain,
          accountType,
          { kind, ...asking() },
        );
        const { isSubdomainAvailable: isFree } = answer;
        if (typeof isFree !== 'boolean') throw new SetupError({ code: 'azure_error' });
        return isFree;
      }),
  };
}
