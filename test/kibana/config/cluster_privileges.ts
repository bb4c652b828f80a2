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

/** Whether a cluster privilege is the wanted one or includes it. */
export const includesPrivilege = (name: string, wanted: string): boolean =>
  name === 'all' || name === wanted || (included[name]?.includes(wanted) ?? false);
