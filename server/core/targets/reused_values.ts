import { adoptedAccount, adoptedDeployment } from '../../../common/azure/adoption';
import { SetupError, type Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { hostOf } from '../../../common/values/host_of';
import { lookAtEach } from '../bounded_reads';
import type { Account, AccountRef, Azure } from '../azure/azure';
import { deploymentAt, type DeployedModel } from '../azure/deployment_url';
import type { ExistingTarget } from './target';

/** Subscriptions read together, and milliseconds. */
const bounds = { atOnce: 10, deadlineMs: 10_000, totalMs: 20_000 };

/** A subscription that the person cannot read is like one that is not there. */
const isUnseen = ({ code }: Problem): boolean =>
  code === 'authorization_failed' || code === 'subscription_not_found';

const isAt = ({ customSubDomainName = '', openAiEndpoint = '' }: Account, model: DeployedModel) =>
  customSubDomainName.toLowerCase() === model.subdomain || hostOf(openAiEndpoint) === model.host;

interface Found {
  ref: AccountRef;
  account: Account;
}

/** The account that a connector calls, in any subscription of the directory that the person can read. */
async function findAccount(azure: Azure, model: DeployedModel): Promise<Found> {
  const subscriptions = await azure.subscriptions();
  const looks = await lookAtEach(
    subscriptions,
    ({ subscriptionId }) => azure.accounts(subscriptionId),
    bounds,
  );
  const found = looks.flatMap((look): Found[] => {
    if (!('found' in look)) return [];
    const { subscriptionId } = look.place;
    return look.found
      .filter((account) => isAt(account, model))
      .map((account) => {
        const { resourceGroup, accountName } = account;
        return { ref: { subscriptionId, resourceGroup, accountName }, account };
      });
  });
  const [first] = found;
  if (first) return first;
  // It can be in a subscription that did not answer.
  const unread = looks.find((look) => 'problem' in look && !isUnseen(look.problem));
  if (unread && 'problem' in unread) throw new SetupError(unread.problem);
  throw new SetupError({ code: 'connector_resource_not_seen', detail: { host: model.host } });
}

const notFound = (name?: string) =>
  new SetupError({ code: 'resource_not_found', ...(name !== undefined && { detail: { name } }) });

/** Why a setup cannot use the account. */
function obstacle({ accountName: name, state, customSubDomainName }: Account): SetupError {
  if (!customSubDomainName) return new SetupError({ code: 'subdomain_missing', detail: { name } });
  return new SetupError({ code: 'account_busy', detail: { name, state } });
}

/**
 * The values of a setup that gives the connector's deployment an inference endpoint: the account and the deployment as they are.
 * Throws `connector_resource_not_seen` if this sign-in finds no such account, `resource_not_found` if the connector calls no
 * deployment in Azure or its deployment is gone.
 */
export async function reusedValues(
  azure: Azure,
  connector: ExistingTarget | undefined,
): Promise<Partial<SetupRequest>> {
  const model = deploymentAt(connector?.url ?? '');
  if (!model) throw notFound(connector?.name);
  const { deploymentName } = model;
  const { ref, account } = await findAccount(azure, model);
  const deployment = await azure.deployment({ ...ref, deploymentName });
  if (!deployment) throw notFound(deploymentName);
  // The connector fails where the account refuses keys: an endpoint can do without.
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
