import * as v from 'valibot';
import { adoptedAccount, adoptedDeployment } from '../../../common/azure/adoption';
import { SetupError, type Problem } from '../../../common/problem';
import * as fields from '../../../common/fields';
import type { KibanaTargetFacts } from '../../../common/targets/target_choice';
import { sameText } from '../../../common/values/same_text';
import type { SetupRequest } from '../../../common/setup_request';
import { hostOf } from '../../../common/values/host_of';
import { lookAtEach } from '../bounded_reads';
import type { Account, AccountRef, Azure } from '../azure/azure';
import type { DeployedModel } from '../azure/deployment_url';
import { shortText } from '../short_list';
import { addressOf, refusalsOf } from './connector_address';
import type { ExistingTarget } from './target';

/** Concurrent subscription reads, and their time limit in milliseconds. */
const bounds = { atOnce: 10, deadlineMs: 10_000, totalMs: 20_000 };

/** Treats an unreadable subscription as absent. */
const isUnseen = ({ code }: Problem): boolean =>
  code === 'authorization_failed' || code === 'subscription_not_found';

interface Found {
  ref: AccountRef;
  account: Account;
}

/** The matching accounts of all subscriptions, and the problem of a subscription that did not respond. */
async function candidates(
  azure: Azure,
  isCandidate: (account: Account) => boolean,
): Promise<{ found: Found[]; unread?: Problem }> {
  const subscriptions = await azure.subscriptions();
  const looks = await lookAtEach(
    subscriptions,
    ({ subscriptionId }) => azure.accounts(subscriptionId),
    bounds,
  );
  const found = looks.flatMap((look): Found[] => {
    if (!('found' in look)) return [];
    const { subscriptionId } = look.place;
    return look.found.filter(isCandidate).map((account) => {
      const { resourceGroup, accountName } = account;
      return { ref: { subscriptionId, resourceGroup, accountName }, account };
    });
  });
  const unread = looks.flatMap((look) =>
    'problem' in look && !isUnseen(look.problem) ? look.problem : [],
  )[0];
  return { found, ...(unread && { unread }) };
}

/** The accounts of a regional host with the deployment. Only the key determines which one is called. */
async function withDeployment(
  azure: Azure,
  accounts: readonly Found[],
  { deploymentName }: DeployedModel,
): Promise<Found[]> {
  const looks = await lookAtEach(
    accounts,
    ({ ref }) => azure.deployment({ ...ref, deploymentName }),
    bounds,
  );
  return looks.flatMap((look) => {
    if ('problem' in look) throw new SetupError(look.problem);
    return look.found ? [look.place] : [];
  });
}

/** The account that a connector calls, in any readable subscription of the tenant. */
async function findAccount(azure: Azure, model: DeployedModel): Promise<Found> {
  const { host, subdomain, location, deploymentName: deployment } = model;
  const isAt = (account: Account) =>
    location === undefined
      ? sameText(account.customSubDomainName, subdomain) ||
        hostOf(account.openAiEndpoint ?? '') === host
      : account.location === location && v.is(fields.kind, account.kind);
  const { found, unread } = await candidates(azure, isAt);
  const matching = location === undefined ? found : await withDeployment(azure, found, model);
  const [first, ...others] = matching;
  if (first && others.length === 0) return first;
  if (first) {
    const names = shortText(matching.map(({ ref }) => ref.accountName));
    throw new SetupError({
      code: 'connector_resource_ambiguous',
      detail: { host, deployment, names },
    });
  }
  // It might be in a subscription that did not respond.
  if (unread) throw new SetupError(unread);
  throw new SetupError({ code: 'connector_resource_not_seen', detail: { host } });
}

/** Why a setup cannot use the account. */
function obstacle({ accountName: name, state, customSubDomainName }: Account): SetupError {
  if (!customSubDomainName) return new SetupError({ code: 'subdomain_missing', detail: { name } });
  return new SetupError({ code: 'account_busy', detail: { name, state } });
}

/** The deployment that a connector calls; throws if it cannot be migrated. */
function movable(connector: ExistingTarget, facts: KibanaTargetFacts): DeployedModel {
  const { name } = connector;
  const address = addressOf(connector);
  const refusals =
    address && 'deploymentName' in address ? refusalsOf(address, facts) : [address?.refusal];
  const [reason = 'connector_host_unknown'] = refusals;
  if (address && 'deploymentName' in address && refusals.length === 0) return address;
  throw new SetupError({ code: 'connector_cannot_move', detail: { name, reason } });
}

/**
 * The request values of a setup that migrates the connector: its existing account and deployment. Throws
 * `connector_gone` without a connector, `connector_cannot_move` if it cannot be migrated, `connector_resource_not_seen`
 * if this sign-in finds no such account, `connector_resource_ambiguous` if it finds several, and `resource_not_found`
 * if the deployment is gone.
 */
export async function reusedValues(
  azure: Azure,
  connector: ExistingTarget | undefined,
  facts: KibanaTargetFacts,
): Promise<Partial<SetupRequest>> {
  if (!connector) throw new SetupError({ code: 'connector_gone' });
  const model = movable(connector, facts);
  const { deploymentName } = model;
  const { ref, account } = await findAccount(azure, model);
  const deployment = await azure.deployment({ ...ref, deploymentName });
  if (!deployment) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: deploymentName } });
  }
  // If the account does not accept keys, the endpoint is keyless.
  const authentication = account.keysDisabled ? 'entra_id' : 'api_key';
  const adopted = adoptedAccount(account, true);
  if (!adopted) throw obstacle(account);
  return {
    subscriptionId: ref.subscriptionId,
    ...adopted,
    ...adoptedDeployment(deployment),
    target: 'inference_endpoint',
    authentication,
  };
}
