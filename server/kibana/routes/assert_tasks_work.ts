import { SetupError } from '../../../common/problem';
import type { Connectors } from '../../core/targets/connectors';

/** A task can act for a person only with these two; Task Manager itself would answer with a bare 500. */
export async function assertTasksWork(connectors: Connectors): Promise<void> {
  const { canEncrypt, apiKeysEnabled } = await connectors.home();
  if (!canEncrypt) throw new SetupError({ code: 'encryption_key_missing' });
  if (!apiKeysEnabled) throw new SetupError({ code: 'api_keys_disabled' });
}
