import { randomUUID } from 'node:crypto';
import type { SetupRequest } from '../../common/setup_request';
import type { TenantApplication } from '../../server/core/sign_in/application';
import { credentials, ids, worlds, type WorldState } from '../azure';
import { aSetupRequest } from '../support/builders/a_setup_request';

/** A kind of setup. */
export interface Scenario {
  name: string;
  request: SetupRequest;
  /** The person's own application, without keys. */
  application?: TenantApplication;
  /** Creates a new one each time. */
  world(): WorldState;
}

/** Unique names. */
const named = (change: Partial<SetupRequest>): SetupRequest => {
  const accountName = `kibana-${randomUUID().slice(0, 8)}`;
  return aSetupRequest({ accountName, customSubDomainName: accountName, ...change });
};

const { clientId, clientSecret } = credentials.inference;

/** A connector, with a key. */
export const connectorScenario: Scenario = {
  name: 'connector',
  request: named({}),
  world: worlds.empty,
};

/** An inference endpoint, without keys. */
export const keylessScenario: Scenario = {
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
export const bothScenario: Scenario = {
  name: 'both',
  request: named({ target: 'both' }),
  world: worlds.empty,
};

const { accounts: [team] = [] } = worlds.keys_off();
if (!team) throw new Error('The world keys_off has no account.');

/** Keyless, in an account of others that does not accept keys. */
export const adoptedScenario: Scenario = {
  ...keylessScenario,
  name: 'account of others',
  request: {
    ...keylessScenario.request,
    resourceGroup: team.groupName,
    accountName: team.name,
    customSubDomainName: team.customSubDomainName ?? team.name,
    location: team.location,
  },
  world: worlds.keys_off,
};

/** The same, with a role assigned by an administrator. */
export const assignedScenario: Scenario = {
  ...adoptedScenario,
  name: 'role of others',
  world: worlds.role_assigned_already,
};

export const scenarios: readonly Scenario[] = [connectorScenario, keylessScenario, bothScenario];

/** The same, moved to another account. */
export function elsewhere(scenario: Scenario): SetupRequest {
  const accountName = `${scenario.request.accountName}-2`;
  return { ...scenario.request, accountName, customSubDomainName: accountName };
}
