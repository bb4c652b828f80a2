import { includesPrivilege } from '../config/cluster_privileges';
import type { Principal } from './principal';

/** Whether the person has a cluster privilege, directly or through a larger one. */
export const hasClusterPrivilege = ({ superuser, grants }: Principal, wanted: string): boolean =>
  superuser ||
  grants.some(({ cluster }) => cluster.some((name) => includesPrivilege(name, wanted)));
