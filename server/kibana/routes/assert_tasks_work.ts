import { SetupError } from '../../../common/problem';
import type { Target } from '../../core/targets/target';

/** A task can act for a person only with these two; Task Manager itself would answer with a bare 500. */
export async function assertTasksWork(target: Target): Promise<void> {
  const { canEncrypt, apiKeysEnabled } = await target.readiness();
  if (!canEncrypt) throw new SetupError({ code: 'encryption_key_missing' });
  if (!apiKeysEnabled) throw new SetupError({ code: 'api_keys_disabled' });
}
