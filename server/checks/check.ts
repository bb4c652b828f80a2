import type { CheckId, Verdict } from '../../common/check';
import { SetupError, type Problem, type ProblemCode } from '../../common/problem';
import type { SetupRequest } from '../../common/setup_request';
import type { Azure } from '../azure/azure';
import type { ConnectorHome } from '../connectors/connectors';

/** What a check may look at. `request` and `azure` are absent before anybody has signed in. */
export interface AzureCheckContext {
  request: SetupRequest;
  azure: Azure;
  home: ConnectorHome;
  /** When the present sign-in ends. */
  sessionExpiresAt: Date;
  now: Date;
}

/** A read-only rule about this Kibana alone: answered before sign-in too. */
export interface KibanaCheck {
  id: CheckId;
  about: 'kibana';
  run(home: ConnectorHome): Verdict;
}

/** A read-only rule about the request and what Azure says to it. */
export interface AzureCheck {
  id: CheckId;
  about: 'azure';
  /**
   * The problem to show when Azure does not let us look; the verdict is then `unverified`,
   * never a pass.
   */
  unverified: ProblemCode;
  run(context: AzureCheckContext): Promise<Verdict>;
}

export const pass = (check: CheckId): Verdict => ({ check, status: 'pass' });
export const warn = (check: CheckId, problem: Problem): Verdict => ({
  check,
  status: 'warn',
  problem,
});
export const fail = (check: CheckId, problem: Problem): Verdict => ({
  check,
  status: 'fail',
  problem,
});

/** How long one check may look, in milliseconds. */
const deadline = 10_000;

const timeUp = (): { promise: Promise<'late'>; stop(): void } => {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deadline);
  });
  return { promise, stop: () => clearTimeout(timer) };
};

/** Runs one check; what it cannot find out becomes `unverified` with Azure's own words. */
export async function verdictOf(check: AzureCheck, context: AzureCheckContext): Promise<Verdict> {
  const { promise, stop } = timeUp();
  const unverified = (problem: Problem): Verdict => ({
    check: check.id,
    status: 'unverified',
    problem,
  });
  try {
    const verdict = await Promise.race([check.run(context), promise]);
    return verdict === 'late' ? unverified({ code: 'azure_busy' }) : verdict;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const { azure } = error.problem;
    return unverified({ code: check.unverified, ...(azure ? { azure } : {}) });
  } finally {
    stop();
  }
}
