import type { Cloud } from '../hosts';
import type { Reply } from '../http/message';
import type { SimulatorState } from '../state';
import type { Principal, SimApp, SimTenant } from '../worlds/world';
import { stsError } from '../sts_errors';

/** The tenant part of a sign-in URL: one directory, or any of them. */
export type TenantChoice = { kind: 'one'; tenant: SimTenant } | { kind: 'any'; alias: string };

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;
const aliases = ['common', 'organizations', 'consumers'];

export const isReply = (value: object): value is Reply => 'status' in value;

/** Reads the tenant of a sign-in URL, by id or by domain. */
export function chooseTenant(
  state: SimulatorState,
  cloud: Cloud,
  given: string,
): TenantChoice | Reply {
  const name = given.toLowerCase();
  if (aliases.includes(name)) return { kind: 'any', alias: name };
  if (!guid.test(name) && !domain.test(name)) return stsError(900023, given);
  const tenant = state.world.tenants.find(
    ({ tenantId, domains }) => tenantId === name || domains.includes(name),
  );
  if (!tenant) return stsError(90002, given);
  return tenant.cloud === cloud ? { kind: 'one', tenant } : stsError(90038, given);
}

export const findApp = (
  state: SimulatorState,
  clientId: string,
  choice: TenantChoice,
): SimApp | undefined =>
  state.world.apps.find(
    (app) =>
      app.clientId === clientId.toLowerCase() &&
      (app.everywhere || choice.kind === 'any' || app.tenantIds.includes(choice.tenant.tenantId)),
  );

export const findPrincipal = (state: SimulatorState, oid: string): Principal | undefined =>
  [...state.world.users, ...state.world.apps].find((principal) => principal.oid === oid);

export const nameOf = (choice: TenantChoice): string =>
  choice.kind === 'one' ? choice.tenant.displayName : choice.alias;
