import { SetupError } from '../../../../common/problem';
import { kibanaChecks } from '../../../core/checks';
import { verdictsOf } from '../../../core/checks/check';
import type { SetupRequest } from '../../../../common/setup_request';
import { readinessOf } from '../../../core/targets/each_target';
import type { Targets } from '../../../core/targets/target';
import type { Workflow } from '../../../core/workflows/workflow';

/** Repeats the page's checks of this Kibana when a run starts or continues, because permissions change. */
export async function assertReady(
  { checks }: Workflow,
  targets: Targets,
  request: Pick<SetupRequest, 'target'>,
): Promise<void> {
  const report = (error: unknown) => {
    throw error;
  };
  const context = { readiness: await readinessOf(targets, request), report };
  const own = kibanaChecks.filter((check) => checks.includes(check));
  const verdicts = await Promise.all(own.map((check) => verdictsOf(check, context)));
  const failed = verdicts.flat().find(({ status }) => status === 'fail');
  if (failed?.problem) throw new SetupError(failed.problem);
}
