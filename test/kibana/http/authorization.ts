import type { PrivilegeRegistry } from '../features/privileges';
import type { Principal } from '../security/principal';
import type { RequiredPrivilege, RouteSecurity } from './route_security';

/** Required privileges that the user lacks; empty if the call is permitted. */
export function missingPrivileges(
  authz: RouteSecurity['authz'],
  principal: Principal,
  spaceId: string,
  privileges: PrivilegeRegistry,
): string[] {
  if ('enabled' in authz) return [];
  const has = (name: string) =>
    name === 'superuser' ? principal.superuser : privileges.hasApi(principal, spaceId, name);
  if (authz.requiredPrivileges.every((entry) => isGranted(entry, has))) return [];
  const requested = [...new Set(authz.requiredPrivileges.flatMap(namesIn))];
  return requested.filter((name) => !has(name));
}

function isGranted(entry: RequiredPrivilege, has: (name: string) => boolean): boolean {
  if (typeof entry === 'string') return has(entry);
  const { allRequired = [], anyRequired = [] } = entry;
  return (
    allRequired.every((one) => (typeof one === 'string' ? has(one) : one.anyOf.some(has))) &&
    (anyRequired.length === 0 ||
      anyRequired.some((one) => (typeof one === 'string' ? has(one) : one.allOf.every(has))))
  );
}

function namesIn(entry: RequiredPrivilege): string[] {
  if (typeof entry === 'string') return [entry];
  return [
    ...(entry.allRequired ?? []).flatMap((one) => (typeof one === 'string' ? [one] : one.anyOf)),
    ...(entry.anyRequired ?? []).flatMap((one) => (typeof one === 'string' ? [one] : one.allOf)),
  ];
}
