import type { SetupRequest } from '../../../common/setup_request';
import type { Azure } from '../../../server/core/azure/azure';
import type { CheckContext } from '../../../server/core/checks/check';
import { aSetupRequest } from './a_setup_request';
import { createFakeTarget, fakeTargets } from '../fake_target';

export async function aCheckContext(
  azure: Azure,
  change: Partial<SetupRequest> = {},
): Promise<CheckContext> {
  const target = createFakeTarget();
  return {
    request: aSetupRequest(change),
    azure,
    targets: fakeTargets(target),
    readiness: { connector: await target.readiness() },
    kibanaVersion: '9.4.0',
    report: (error) => {
      throw error;
    },
    sessionExpiresAt: new Date(Date.now() + 3_600_000),
    now: new Date(),
  };
}
