import { findModel } from '../catalogue/lookup';
import { normalLocation } from '../catalogue/regions';
import type { CatalogueModel } from '../catalogue/catalogue_model';
import { readAccessToken, isAudience } from '../entra/access_token';
import { findPrincipal } from '../entra/directory';
import type { Cloud } from '../hosts';
import type { Reply, SimRequest } from '../http/message';
import { accountId } from '../arm/call';
import { effectiveRolesAt } from '../arm/authorization/authorization';
import { actionMatches } from '../worlds/roles';
import { deploymentState } from '../arm/accounts/deployments/deployment_state';
import { nowOf, type SimulatorState } from '../state';
import type { SimAccount, SimDeployment } from '../worlds/world';
import { dataErrors } from './data_error';

const chatAction =
  'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action';

const toNumber = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const isInside = (rule: string, address: string): boolean => {
  const [base = '', bits = '32'] = rule.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(toNumber(base) / size) === Math.floor(toNumber(address) / size);
};

export function networkRefusal(state: SimulatorState, account: SimAccount): Reply | undefined {
  if (account.publicNetworkAccess === 'Disabled') return dataErrors.publicAccessDisabled();
  const acls = account.networkAcls;
  if (acls?.defaultAction !== 'Deny') return undefined;
  const { callerAddress } = state.world;
  return acls.ipRules.some(({ value }) => isInside(value, callerAddress))
    ? undefined
    : dataErrors.networkBlocked();
}

function bearerRefusal(
  state: SimulatorState,
  cloud: Cloud,
  account: SimAccount,
  token: string,
): Reply | undefined {
  const claims = readAccessToken(token);
  const principal = claims && findPrincipal(state, claims.oid);
  const late = claims !== undefined && claims.exp * 1_000 <= nowOf(state);
  if (!claims || !principal || late || !isAudience(cloud, 'data', claims.aud))
    return dataErrors.keyRejected();
  const allowed = effectiveRolesAt(principal, accountId(account), nowOf(state)).some((role) =>
    role.dataActions.some((pattern) => actionMatches(pattern, chatAction)),
  );
  return allowed ? undefined : dataErrors.permissionDenied(principal.oid);
}

const isKeyOf = ({ keys }: SimAccount, key: string) => key === keys.key1 || key === keys.key2;

/** A regional host serves every account of the region; the key determines the account. */
export const accountByKey = (
  state: SimulatorState,
  region: string,
  key: string | string[] | undefined,
): SimAccount | undefined =>
  state.world.accounts.find(
    (account) =>
      typeof key === 'string' &&
      account.deletedAt === undefined &&
      normalLocation(account.location) === region &&
      isKeyOf(account, key),
  );

/** A key of this account in `api-key`, or a token of Entra ID; the v1 route takes a key as a bearer too. */
export function credentialRefusal(
  state: SimulatorState,
  cloud: Cloud,
  account: SimAccount,
  request: SimRequest,
): Reply | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const header = request.headers['api-key'];
  const isV1 = request.url.pathname.startsWith('/openai/v1/');
  const bearerKey = isV1 && bearer !== undefined && !bearer.includes('.') ? bearer : undefined;
  const key = typeof header === 'string' ? header : bearerKey;
  if (key !== undefined) {
    if (!isKeyOf(account, key)) return dataErrors.keyRejected();
    return account.disableLocalAuth ? dataErrors.keysDisabled() : undefined;
  }
  return bearer === undefined
    ? dataErrors.keyRejected()
    : bearerRefusal(state, cloud, account, bearer);
}

/** The deployment by its name in the URL, once the data plane has heard of it. */
export function visibleDeployment(
  state: SimulatorState,
  account: SimAccount,
  name: string,
): { deployment: SimDeployment; model: CatalogueModel } | undefined {
  const deployment = account.deployments.find(
    (known) => known.name.toLowerCase() === name.toLowerCase(),
  );
  const model = deployment && findModel(deployment.model);
  if (!model || deploymentState(state, deployment) !== 'Succeeded') return undefined;
  return deployment.visibleAt <= nowOf(state) ? { deployment, model } : undefined;
}
