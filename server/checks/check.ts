import type { CheckId, Fix, Verdict } from '../../common/check';
import { SetupError, type Problem, type ProblemCode } from '../../common/problem';
import type { SetupRequest } from '../../common/setup_request';
import type { Azure } from '../azure/azure';
import type { ConnectorHome, Connectors } from '../connectors/connectors';

/** What a check may look at. Nothing here writes. */
export interface AzureCheckContext {
  request: SetupRequest;
  azure: Azure;
  connectors: Connectors;
  home: ConnectorHome;
  kibanaVersion: string;
  /** When the present sign-in ends. */
  sessionExpiresAt: Date;
  now: Date;
  /** Told of mistakes of ours: the plan goes on without the check that made them. */
  report(error: unknown): void;
}

/** One thing that a check found. A check that finds nothing passes. */
export type Finding = Omit<Verdict, 'check' | 'problem'> & { problem: Problem };

/** A read-only rule about this Kibana alone: answered before sign-in too. */
export interface KibanaCheck {
  id: CheckId;
  about: 'kibana';
  run(home: ConnectorHome): Finding[];
}

/** A read-only rule about the request and what Azure says to it. */
export interface AzureCheck {
  id: CheckId;
  about: 'azure';
  /** The problem to show when Azure does not let us look: never a pass. */
  unverified: ProblemCode;
  run(context: AzureCheckContext): Promise<Finding[]>;
}

export const fail = (problem: Problem, ...fixes: Fix[]): Finding => finding('fail', problem, fixes);
export const warn = (problem: Problem, ...fixes: Fix[]): Finding => finding('warn', problem, fixes);
export const unverified = (problem: Problem): Finding => finding('unverified', problem, []);

function finding(status: Finding['status'], problem: Problem, fixes: Fix[]): Finding {
  return { status, problem, ...(fixes.length > 0 ? { fixes } : {}) };
}

const toVerdicts = (check: CheckId, findings: Finding[]): Verdict[] =>
  findings.length === 0
    ? [{ check, status: 'pass' }]
    : findings.map((found) => ({ check, ...found }));

export const verdictsOfKibana = (check: KibanaCheck, home: ConnectorHome): Verdict[] =>
  toVerdicts(check.id, check.run(home));

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
    const found = await Promise.race([check.run(context), promise]);
    return toVerdicts(check.id, found === 'late' ? [unverified({ code: 'azure_busy' })] : found);
  } catch (error) {
    const problem = error instanceof SetupError ? error.problem : undefined;
    if (!problem || problem.code === 'unexpected') context.report(error);
    return toVerdicts(check.id, [unverified(reasonFor(check, problem))]);
  } finally {
    stop();
  }
}
