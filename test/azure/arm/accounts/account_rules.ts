import { findRegion, normalLocation, openAiRegionsOf } from '../../catalogue/regions';
import type { Reply, Rule } from '../../http/message';
import type { SimAccount } from '../../worlds/world';
import { type AccountBody, isNetworkRule } from './account_body';
import { accountKinds, servesOpenAi } from './account_kinds';
import { isBusy } from './account_state';
import { armError, refusals } from '../arm_error';
import { accountId, liveAccounts, sameName, type GroupCall } from '../call';
import { policyRefusal } from '../policies/policies';
import { accountRow, isCountedKind, totalRow } from './deployments/quota';
import { isSubdomainHeld, isSubdomainWord } from './subdomains';

/** The account of a PUT, with the existing one. */
export interface WantedAccount {
  call: GroupCall;
  name: string;
  body: AccountBody;
  location: string;
  tags: Record<string, string>;
  existing?: SimAccount;
  /** The account of this name in the bin. */
  softDeleted?: SimAccount;
}

const bad = (message: string): Reply => armError(400, 'BadRequest', message);

const locationAllowed: Rule<WantedAccount> = ({ call, name, location, existing }) => {
  if (existing && normalLocation(existing.location) !== normalLocation(location))
    return armError(
      409,
      'InvalidResourceLocation',
      `The resource '${name}' already exists in location '${normalLocation(existing.location)}' in resource group '${call.group.name}'. A resource with the same name cannot be created in location '${normalLocation(location)}'. Please select a new resource name.`,
    );
  const { subscription } = call;
  const region = findRegion(call.cloud, location, call.state.world);
  if (!region?.openAi)
    return armError(
      400,
      'LocationNotAvailableForResourceType',
      `The provided location '${location}' is not available for resource type 'Microsoft.CognitiveServices/accounts'. List of available regions for the resource type is '${openAiRegionsOf(
        call.cloud,
        call.state.world,
      )
        .map(({ name: known }) => known)
        .join(',')}'.`,
    );
  return !existing && subscription.closedRegions.includes(region.name)
    ? armError(
        403,
        'RequestDisallowedByAzure',
        `Resource '${name}' was disallowed by Azure: This policy maintains a set of best available regions where your subscription can deploy resources. The objective of this policy is to ensure that your subscription has full access to Azure services with optimal performance. Should you need additional or different regions, contact support. See https://aka.ms/locationineligible.`,
        { target: name },
      )
    : undefined;
};

const nameRule: Rule<WantedAccount> = ({ name }) =>
  /^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,63}$/.test(name)
    ? undefined
    : armError(
        400,
        'InvalidResourceName',
        `The account name '${name}' is invalid: it has to match '^[a-zA-Z0-9][a-zA-Z0-9_.-]*$' with 2 to 64 characters.`,
      );

const policy: Rule<WantedAccount> = ({ call, name, location, tags, body }) =>
  policyRefusal(call.subscription, {
    type: 'Microsoft.CognitiveServices/accounts',
    name,
    location,
    tags,
    properties: body.properties,
  });

const bin: Rule<WantedAccount> = ({ softDeleted, body }) => {
  if (!softDeleted || body.properties?.restore === true) return undefined;
  return armError(
    409,
    'FlagMustBeSetForRestore',
    `An existing resource with ID '${accountId(softDeleted)}' has been soft-deleted. To restore the resource, you must specify 'restore' to be 'true' in the property. If you don't want to restore existing resource, please purge it first.`,
  );
};

const kindAndSku: Rule<WantedAccount> = ({ body, existing, softDeleted }) => {
  if (softDeleted) return undefined;
  const kind = body.kind ?? existing?.kind;
  const skus = kind === undefined ? undefined : accountKinds[kind];
  if (kind === undefined || !skus)
    return armError(400, 'InvalidKind', `The account kind '${kind ?? ''}' is invalid.`);
  const upgrade = existing?.kind === 'OpenAI' && kind === 'AIServices';
  if (existing && existing.kind !== kind && !upgrade)
    return bad(`The kind of account '${existing.name}' cannot be changed to '${kind}'.`);
  const sku = body.sku?.name ?? existing?.skuName;
  return sku !== undefined && skus.includes(sku)
    ? undefined
    : armError(400, 'InvalidSku', `The sku '${sku ?? ''}' is not valid for kind '${kind}'.`);
};

const eligible: Rule<WantedAccount> = ({ call, body, existing }) =>
  existing || call.subscription.eligible || !servesOpenAi(body.kind ?? '')
    ? undefined
    : armError(
        400,
        'SpecialFeatureOrQuotaIdRequired',
        `The subscription does not have QuotaId/Feature required by SKU 'S0' from kind '${body.kind ?? ''}' or contains blocked QuotaId/Feature.`,
      );

const subdomain: Rule<WantedAccount> = ({ call, body, existing, softDeleted }) => {
  const wanted = body.properties?.customSubDomainName ?? undefined;
  if (wanted === undefined) return undefined;
  if (!isSubdomainWord(wanted)) return bad(`Sub domain name '${wanted}' is not valid`);
  const own = (existing ?? softDeleted)?.customSubDomainName;
  if (own !== undefined)
    return sameName(own, wanted)
      ? undefined
      : bad(`The custom sub domain name '${own}' cannot be changed once it is set.`);
  return isSubdomainHeld(call.state, wanted)
    ? armError(
        409,
        'CustomDomainInUse',
        `Please pick a different name. The subdomain name '${wanted}' is not available as it's already used by a resource.`,
      )
    : undefined;
};

const network: Rule<WantedAccount> = ({ body, existing }) => {
  const acls = body.properties?.networkAcls;
  if (!acls) return undefined;
  if (!(body.properties?.customSubDomainName ?? existing?.customSubDomainName))
    return bad('NetworkAcls requires a custom sub domain name.');
  const wrong = acls.ipRules?.find(({ value }) => !isNetworkRule(value));
  return wrong ? bad(`The IP rule '${wrong.value}' of NetworkAcls is not valid.`) : undefined;
};

const busy: Rule<WantedAccount> = ({ call, existing }) =>
  existing && isBusy(call.state, existing) ? refusals.notTerminal(accountId(existing)) : undefined;

const count: Rule<WantedAccount> = ({ call, name, location, existing, softDeleted, body }) => {
  const { kind = '' } = body;
  if (existing || softDeleted || !isCountedKind(kind)) return undefined;
  const region = normalLocation(location);
  const rows = [
    accountRow(call.state, call.subscription, region, kind),
    totalRow(call.state, call.subscription, region),
  ];
  return rows.every(({ used, limit }) => used < limit)
    ? undefined
    : armError(
        400,
        'InsufficientQuota',
        `Insufficient quota. Cannot create/update/move resource '${name}'.`,
      );
};

/** In the order in which the gateway and then the service itself object. */
export const accountRules: readonly Rule<WantedAccount>[] = [
  locationAllowed,
  nameRule,
  policy,
  bin,
  kindAndSku,
  eligible,
  busy,
  subdomain,
  network,
  count,
];

/** Accounts with this name, soft-deleted ones included. */
export function accountsNamed(call: GroupCall, name: string) {
  const { state, subscription, group } = call;
  const here = (account: SimAccount) =>
    sameName(account.groupName, group.name) && sameName(account.name, name);
  return {
    existing: liveAccounts(state, subscription.subscriptionId).find(here),
    softDeleted: state.world.accounts.find(
      (account) =>
        account.subscriptionId === subscription.subscriptionId &&
        account.deletedAt !== undefined &&
        here(account),
    ),
  };
}
