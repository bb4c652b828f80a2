import { SetupError, type ProblemCode, problemWith } from '../../common/problem';
import { aSetupRequest } from '../../test/support/a_setup_request';
import { aRun } from '../../test/support/builders';
import { lookAgainAfter } from './use_run';

const data = { run: aRun(aSetupRequest(), 1) };
const after = (code: ProblemCode) =>
  lookAgainAfter({ data, error: new SetupError(problemWith(code)), isFetching: false, at: 0 });

it.each(['run_not_found', 'setup_privilege_missing'] as const)(
  'a run is not followed any further after %s',
  (code) => {
    expect(after(code)).toBeUndefined();
  },
);

it.each(['kibana_unreachable', 'too_many_requests', 'unexpected'] as const)(
  'a run is followed on after %s',
  (code) => {
    expect(after(code)).toBeGreaterThan(0);
  },
);
