import { problemOf } from '../../../common/problem';
import type { AuditedAction } from '../audit_event';

/** Audits an action after the permission check, before it begins; a refusal or failure is audited as a failure. */
export async function audited<Allowed, Answer>(
  audit: (end: Pick<AuditedAction, 'outcome' | 'problem'>) => void,
  allow: () => Promise<Allowed>,
  act: (allowed: Allowed) => Promise<Answer>,
): Promise<Answer> {
  try {
    const allowed = await allow();
    audit({});
    return await act(allowed);
  } catch (error) {
    audit({ outcome: 'failure', problem: problemOf(error) });
    throw error;
  }
}
