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
    if (!(error instanceof SetupError)) throw error;
    const { azure } = error.problem;
    return toVerdicts(check.id, [
      unverified({ code: check.unverified, ...(azure ? { azure } : {}) }),
    ]);
  } finally {
    stop();
  }
}
