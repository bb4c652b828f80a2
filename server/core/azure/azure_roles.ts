import type { AccountRef, Scope } from './azure_refs';

/** A role that a principal has at the scope, an ARM id, and below it. */
export interface RoleAssignment {
  /** A GUID. */
  name: string;
  scope: string;
  /** GUID of the role's definition. */
  roleId: string;
  /** Object id of the principal. */
  principalId: string;
  description?: string;
  /** It applies under a condition, which is not evaluated here. */
  isConditional: boolean;
}

interface NewRoleAssignment
  extends AccountRef, Pick<RoleAssignment, 'name' | 'roleId' | 'principalId'> {
  description: string;
}

/** The part of the port that assigns roles. */
export interface AzureRoles {
  /** At the scope and above it, of all principals. Empty if there is no such resource. */
  roleAssignments(scope: Scope): Promise<RoleAssignment[]>;
  /** For a service principal. Repeating it changes nothing; throws `role_assignment_conflict` if an equal one has another name. */
  createRoleAssignment(assignment: NewRoleAssignment): Promise<void>;
  deleteRoleAssignment(ref: AccountRef, name: string): Promise<void>;
}
