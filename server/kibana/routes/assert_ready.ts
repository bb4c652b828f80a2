import { SetupError } from '../../../common/problem';
import { kibanaChecks } from '../../core/checks';
import { verdictsOf } from '../../core/checks/check';
import type { SetupRequest } from '../../../common/setup_request';
import { readinessOf } from '../../core/targets/each_target';
import type { Targets } from '../../core/targets/target';

/** Repeats the page's checks when a setup starts or continues, because permissions change. */
export async function assertReady(
  targets: Targets,
  request: Pick<SetupRequest, 'target'>,
): Promise<void> {
  const report = (error: unknown) => {
    throw error;
  };
  const context = { readiness: await readinessOf(targets, request), report };
  const verdicts = await Promise.all(kibanaChecks.map((check) => verdictsOf(check, context)));
  const failed = verdicts.flat().find(({ status }) => status === 'fail');
  if (failed?.problem) throw new SetupError(failed.problem);
}
