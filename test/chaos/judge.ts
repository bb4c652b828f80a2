import type { Run } from '../../common/run';
import { difference } from './inventory';

/** One cell of a matrix: the call, the fault, the outcome, and what is wrong. */
export interface Row {
  matrix: string;
  call: string;
  fault: string;
  lasting: 'once' | 'for good';
  end: string;
  wrong?: string;
}

export const endOf = ({ status, problem }: Run): string =>
  problem ? `${status}: ${problem.code}` : status;

/** A run must stop or finish, and an unnamed failure must have been reported. */
export function wrongEnd(run: Run, reported: readonly unknown[]): string | undefined {
  if (run.status === 'running' || (run.status === 'undoing' && !run.problem)) return 'never ends';
  const isNameless = run.problem?.code === 'unexpected';
  return isNameless && reported.length === 0 ? 'unexpected, and not reported' : undefined;
}

/** Existing resources that undo reports as deleted. */
export function falselyRemoved(run: Run, before: readonly string[], after: readonly string[]) {
  const left = difference(before, after).filter((line) => line.startsWith('+'));
  const isLeft = (kind: RegExp) => left.some((line) => kind.test(line));
  const kinds: Partial<Record<Run['steps'][number]['step'], RegExp>> = {
    resource_group: /^\+ group /,
    account: /^\+ (deleted )?account /,
    role_assignment: /^\+ role assignment /,
    model_deployment: /^\+ deployment /,
    target: /^\+ connector /,
    inference_endpoint: /^\+ inference endpoint /,
  };
  const lies = run.steps.filter(({ step, status }) => {
    const kind = kinds[step];
    return status === 'removed' && kind !== undefined && isLeft(kind);
  });
  return lies.length === 0 ? undefined : `called removed: ${lies.map(({ step }) => step).join()}`;
}
