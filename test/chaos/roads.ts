import { randomUUID } from 'node:crypto';
import type { SetupRequest } from '../../common/setup_request';
import type { TenantApplication } from '../../server/core/sign_in/application';
import { credentials, ids, worlds, type WorldState } from '../azure';
import { aSetupRequest } from '../support/a_setup_request';

/** A kind of setup, as a person wants it. */
export interface Road {
  name: string;
  request: SetupRequest;
  /** The person's own application, without keys. */
  application?: TenantApplication;
  /** A new one each time. */
  world(): WorldState;
}

/** Names that no other test of this machine has. */
const named = (change: Partial<SetupRequest>): SetupRequest => {
  const accountName = `kibana-${randomUUID().slice(0, 8)}`;
  return aSetupRequest({ accountName, customSubDomainName: accountName, ...change });
};

const { clientId, clientSecret } = credentials.inference;

/** A connector, with a key. */
export const connectorRoad: Road = {
  name: 'connector',
  request: named({}),
  world: worlds.empty,
};

/** An inference endpoint, without keys. */
export const keylessRoad: Road = {
  name: 'no keys',
  request: named({
    target: 'inference_endpoint',
    authentication: 'entra_id',
    applicationId: clientId,
  }),
  application: {
    clientId,
    clientSecret,
    principalId: `e${clientId.slice(1)}`,
    tenantId: ids.contoso,
  },
  world: worlds.owner,
};

/** A connector and an inference endpoint, with a key. */
export const bothRoad: Road = {
  name: 'both',
  request: named({ target: 'both' }),
  world: worlds.empty,
};

const { accounts: [team] = [] } = worlds.keys_off();
if (!team) throw new Error('The world keys_off has no account.');

/** Without keys in an account that others created, and that accepts none. */
export const adoptedRoad: Road = {
  ...keylessRoad,
  name: 'account of others',
  request: {
    ...keylessRoad.request,
    resourceGroup: team.groupName,
    accountName: team.name,
    customSubDomainName: team.customSubDomainName ?? team.name,
    location: team.location,
  },
  world: worlds.keys_off,
};

/** The same where an administrator has assigned the role. */
export const assignedRoad: Road = {
  ...adoptedRoad,
  name: 'role of others',
  world: worlds.role_assigned_already,
};

export const roads: readonly Road[] = [connectorRoad, keylessRoad, bothRoad];

/** The same, in another account: what it called before gives way. */
export function elsewhere(road: Road): SetupRequest {
  const accountName = `${road.request.accountName}-2`;
  return { ...road.request, accountName, customSubDomainName: accountName };
}
