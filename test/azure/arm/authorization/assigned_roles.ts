import { createHash } from 'node:crypto';
import type { SimulatorState } from '../../state';
import type { Principal, RoleAssignment } from '../../worlds/world';
import { covers, roleOf } from './authorization';
import { sameName } from '../call';

/** An assignment and its principal. */
export interface Assigned {
  principal: Principal;
  assignment: RoleAssignment;
}

/** The assignment's own GUID, or one that stays the same for what it is. */
export function assignmentName({ principal, assignment }: Assigned): string {
  if (assignment.name !== undefined) return assignment.name;
  const text = [assignment.scope, principal.oid, roleOf(assignment).id].join().toLowerCase();
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

export const allAssigned = ({ world }: SimulatorState): Assigned[] =>
  [...world.users, ...world.apps].flatMap((principal) =>
    principal.assignments.map((assignment) => ({ principal, assignment })),
  );

const sameScope = (one: string, other: string) => covers(one, other) && covers(other, one);

export const assignedAt = (state: SimulatorState, scope: string): Assigned[] =>
  allAssigned(state).filter(({ assignment }) => sameScope(assignment.scope, scope));

/** By its name, at its own scope only. */
export const findAssigned = (
  state: SimulatorState,
  scope: string,
  name: string,
): Assigned | undefined =>
  assignedAt(state, scope).find((assigned) => sameName(assignmentName(assigned), name));

/** Assignments go with their scope. */
export function forgetAssignments({ world }: SimulatorState, scope: string): void {
  for (const principal of [...world.users, ...world.apps])
    principal.assignments = principal.assignments.filter(
      (assignment) => !covers(scope, assignment.scope),
    );
}
