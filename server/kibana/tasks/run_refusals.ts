import { isEqual } from '../../../common/values/json';
import { SetupError } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { requestsOf } from '../../core/workflows/engine/run_state';
import type { Workflow } from '../../core/workflows/workflow';

export const notFound = (runId: string) =>
  new SetupError({ code: 'run_not_found', detail: { runId } });

const otherValues = () => new SetupError({ code: 'run_has_other_values' });

interface StartOf {
  workflow: Workflow;
  request: SetupRequest;
}

/** Throws if the run differs from the input of the start. */
export function assertSame(run: Run, { workflow, request }: StartOf): void {
  if (run.workflow !== workflow.id) {
    throw new SetupError({ code: 'run_id_used', detail: { name: run.request.targetName } });
  }
  if (!requestsOf(run).some((one) => isEqual(one, request))) throw otherValues();
}

/** The run if it already continues; throws if it has other values. */
export function withRequest(run: Run, request: SetupRequest): Run {
  if (isEqual(run.request, request)) return run;
  throw otherValues();
}

export function assertResumable({ status }: Run): void {
  if (status === 'blocked' || status === 'running') return;
  throw new SetupError({ code: 'run_not_resumable', detail: { status } });
}

/** True for a setup that has created everything. */
export const isFinishedSetup = ({ workflow, status }: Run): boolean =>
  workflow === 'set_up' && status === 'finished';

/** Throws unless it is a finished setup. */
export function assertFinished(run: Run): void {
  if (isFinishedSetup(run)) return;
  throw new SetupError({ code: 'run_not_resumable', detail: { status: run.status } });
}
