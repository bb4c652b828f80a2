import { SetupError } from '../../../../common/problem';
import type { SetupRequest } from '../../../../common/setup_request';
import { mainTargetOf } from '../../../../common/targets/targets';
import type { Targets } from '../../../core/targets/target';

/** Tasks need both to act for a person; Task Manager would return a generic 500. */
export async function assertTasksWork(
  targets: Targets,
  request: Pick<SetupRequest, 'target'>,
): Promise<void> {
  const { canEncrypt, apiKeysEnabled } = await targets[mainTargetOf(request)].readiness();
  if (!canEncrypt) throw new SetupError({ code: 'encryption_key_missing' });
  if (!apiKeysEnabled) throw new SetupError({ code: 'api_keys_disabled' });
}
