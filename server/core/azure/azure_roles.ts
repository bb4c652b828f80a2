import type { AccountRef, Scope } from './azure_refs';

/** A role of a principal at the scope (an ARM id) and below. */
export interface RoleAssignment {
  /** A GUID. */
  name: string;
  scope: string;
  /** GUID of the role's definition. */
  roleId: string;
  /** Object id of the principal. */
  principalId: string;
  description?: string;
  /** True if it has a condition, which is not evaluated. */
  isConditional: boolean;
}

interface NewRoleAssignment
  extends AccountRef, Pick<RoleAssignment, 'name' | 'roleId' | 'principalId'> {
  description: string;
}

/** The part of the Azure port for role assignments. */
export interface AzureRoles {
  /** At the scope and above it, of all principals. Empty if there is no such resource. */
  roleAssignments(scope: Scope): Promise<RoleAssignment[]>;
  /** For a service principal. Idempotent; throws `role_assignment_conflict` if an equal one has another name. */
  createRoleAssignment(assignment: NewRoleAssignment): Promise<void>;
  deleteRoleAssignment(ref: AccountRef, name: string): Promise<void>;
}
