import type { CheckId, Fix, Verdict } from '../../../common/check';
import { SetupError, type Problem, type ProblemCode } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import type { Azure } from '../azure/azure';
import type { ConnectorHome, Connectors } from '../targets/connectors';
import { bounded } from './short_list';
import { inTime } from '../bounded_reads';

/** What a check may look at. Nothing here writes. */
export interface AzureCheckContext {
  request: SetupRequest;
  azure: Azure;
  connectors: Connectors;
  home: ConnectorHome;
  kibanaVersion: string;
  /** When the present sign-in ends. */
  sessionExpiresAt: Date;
  /** Set where Microsoft asks people for a second factor before a change, and this sign-in had none. */
  secondFactor?: 'absent';
  now: Date;
  /** Told of mistakes of ours: the plan goes on without the check that made them. */
  report(error: unknown): void;
}

/** Looks for ways out of what was found. */
export type Way = (context: AzureCheckContext) => Promise<Fix[]>;

/** One thing that a check found. A check that finds nothing passes. */
export interface Finding {
  status: Verdict['status'];
  problem: Problem;
  /** Those that are known, and those to be looked for: that may fail or take long, and what was found stays. */
  ways: ReadonlyArray<Fix | Way>;
  /** True when the problem's field can settle it only where a way was found: without one, no field is named. */
  fieldNeedsWay?: boolean;
}

/** A read-only rule about this Kibana alone: answered before sign-in too. */
export interface KibanaCheck {
  id: CheckId;
  about: 'kibana';
  run(home: ConnectorHome): Array<Omit<Finding, 'ways'>>;
}

/** A read-only rule about the request and what Azure says to it. */
export interface AzureCheck {
  id: CheckId;
  about: 'azure';
  /** The problem to show when Azure does not let us look: never a pass. */
  unverified: ProblemCode;
  run(context: AzureCheckContext): Promise<Finding[]>;
}

export const fail = (problem: Problem, ...ways: Finding['ways']): Finding => ({
  status: 'fail',
  problem,
  ways,
});
/** A failure that its field settles only where a way out was found. */
export const failUnlessWay = (problem: Problem, ...ways: Finding['ways']): Finding => ({
  ...fail(problem, ...ways),
  fieldNeedsWay: true,
});
export const warn = (problem: Problem, ...ways: Finding['ways']): Finding => ({
  status: 'warn',
  problem,
  ways,
});
export const unverified = (problem: Problem): Finding => ({
  status: 'unverified',
  problem,
  ways: [],
});

const orPass = (check: CheckId, verdicts: Verdict[]): Verdict[] =>
  verdicts.length === 0 ? [{ check, status: 'pass' }] : verdicts;

export const verdictsOfKibana = ({ id: check, run }: KibanaCheck, home: ConnectorHome): Verdict[] =>
  orPass(
    check,
    run(home).map(({ status, problem }) => ({ check, status, problem })),
  );

/** How long one way out may be looked for, in milliseconds; a search through thirty regions is one. */
const searchDeadline = 10_000;

/** The ways out that were found in time. */
export async function fixesAmong(
  ways: Finding['ways'],
  context: AzureCheckContext,
): Promise<{ fixes?: Fix[] }> {
  const looks = await Promise.all(
    ways.map(async (way) => {
      if (typeof way !== 'function') return [way];
      try {
        return await inTime(way(context), searchDeadline);
      } catch (error) {
        if (!(error instanceof SetupError)) context.report(error);
        return [];
      }
    }),
  );
  const fixes = looks.flat();
  return fixes.length > 0 ? { fixes } : {};
}

/** How long one check may look, in milliseconds. */
const deadline = 10_000;

function timeUp() {
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), deadline);
  });
  return { promise, stop: () => clearTimeout(timer) };
}

/** Why nobody could look: not yet, too little right, or whatever the check says itself. */
function reasonFor({ unverified: code }: AzureCheck, problem: Problem | undefined): Problem {
  const { azure, detail } = problem ?? {};
  if (problem?.code === 'provider_not_registered')
    return { code: 'known_after_registration', detail };
  const missingRight = problem?.code === 'authorization_failed';
  return { code, ...(azure && { azure }), ...(missingRight && detail && { detail }) };
}

/** Runs one check; what it cannot find out becomes `unverified` with Azure's own words. */
export async function verdictsOf(
  check: AzureCheck,
  context: AzureCheckContext,
): Promise<Verdict[]> {
  const { promise, stop } = timeUp();
  try {
    const looked = await Promise.race([check.run(context), promise]);
    const found = looked === 'late' ? [unverified({ code: 'azure_busy' })] : looked;
    const verdicts = found.map(async ({ status, problem: whole, ways, fieldNeedsWay }) => {
      const ends = await fixesAmong(ways, context);
      const { field: _field, ...outside } = whole;
      const problem: Problem = fieldNeedsWay && !ends.fixes ? outside : whole;
      const { detail } = problem;
      const short = detail ? { ...problem, detail: bounded(detail) } : problem;
      return { check: check.id, status, problem: short, ...ends };
    });
    return orPass(check.id, await Promise.all(verdicts));
  } catch (error) {
    const problem = error instanceof SetupError ? error.problem : undefined;
    if (!problem || problem.code === 'unexpected') context.report(error);
    return [{ check: check.id, status: 'unverified', problem: reasonFor(check, problem) }];
  } finally {
    stop();
  }
}
