import type { Principal } from './principal';

/** The implemented part of what an Elasticsearch cluster privilege includes. */
const included: Readonly<Record<string, readonly string[]>> = {
  manage: ['monitor', 'manage_inference', 'monitor_inference', 'manage_ingest_pipelines'],
  manage_inference: ['monitor_inference'],
  monitor: ['monitor_inference'],
};

export const knownClusterPrivileges: readonly string[] = [
  'all',
  'none',
  'manage_security',
  'manage_api_key',
  'manage_own_api_key',
  ...new Set([...Object.keys(included), ...Object.values(included).flat()]),
];

/** Whether the person has a cluster privilege, directly or through a larger one. */
export function hasClusterPrivilege(principal: Principal, wanted: string): boolean {
  if (principal.superuser) return true;
  return principal.grants.some(({ cluster }) =>
    cluster.some(
      (name) => name === 'all' || name === wanted || (included[name]?.includes(wanted) ?? false),
    ),
  );
}
