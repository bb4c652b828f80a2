import type { CheckId, Fix, Verdict } from '../../../common/check';
import {
  problemWith,
  SetupError,
  valuesOf,
  withDetail,
  type Problem,
} from '../../../common/problem';
import { missingPermission } from '../../../common/azure/missing_permission';
import type { UnreadableCode } from '../../../common/problem_details';
import type { SetupRequest } from '../../../common/setup_request';
import type { TargetKind } from '../../../common/targets/targets';
import type { Azure } from '../azure/azure';
import { inTime } from '../in_time';
import type { Principal } from '../sign_in/access_token';
import type { TenantApplication } from '../sign_in/application';
import type { Readinesses, Targets } from '../targets/target';
import { bounded } from './short_list';

/** Facts about this Kibana: known before sign-in, too. */
export interface KibanaContext {
  readiness: Readinesses;
  /** The person or application that is signed in to Azure, for problems that a role solves. */
  principal?: Principal;
  /** Receives programming errors: the other checks still answer. */
  report(error: unknown): void;
}

/** All that the checks before a plan can read. Nothing here writes. */
export interface CheckContext extends KibanaContext {
  request: SetupRequest;
  azure: Azure;
  targets: Targets;
  /** The person's own application, where one has been entered. */
  application?: TenantApplication | undefined;
  /** Signs in as that application; throws what Microsoft Entra ID says about the fields `applicationId` and `clientSecret`. */
  tryApplication?(): Promise<void>;
  kibanaVersion: string;
  /** When the present sign-in ends. */
  sessionExpiresAt: Date;
  /** Set where Microsoft asks people for a second factor before a change, and this sign-in had none. */
  secondFactor?: 'absent';
  now: Date;
}

/** A change to the request that settles a problem, or a search for such changes. */
export type Remedy<Context = CheckContext> = Fix | ((context: Context) => Promise<Fix[]>);

export type Finding<Context = CheckContext> =
  | { status: 'unverified'; problem: Problem }
  | {
      status: 'warn' | 'fail';
      problem: Problem;
      /** A search can fail or take long: the finding stays. */
      remedies: ReadonlyArray<Remedy<Context>>;
      /** True when the problem's field can settle it only where a remedy was found: without one, no field is named. */
      fieldNeedsRemedy?: boolean;
    };

/** A read-only rule. Its context says what it needs: this Kibana, or a request and a sign-in to Azure. */
export interface Rule<Context> {
  id: CheckId;
  /** Absent where the rule holds for every target. */
  target?: TargetKind;
  /** The problem to show when Azure does not let us look: never a pass. */
  unverified?: UnreadableCode;
  run(context: Context): ReadonlyArray<Finding<Context>> | Promise<ReadonlyArray<Finding<Context>>>;
}

/** A rule that looks at Azure has to say what it is when it cannot. */
export type Check<Context = CheckContext> = Rule<Context> &
  (Context extends { azure: Azure } ? Required<Pick<Rule<Context>, 'unverified'>> : unknown);

const objection =
  (status: 'warn' | 'fail') =>
  <Context = unknown>(problem: Problem, ...remedies: Array<Remedy<Context>>) => ({
    status,
    problem,
    remedies,
  });
export const fail = objection('fail');
export const warn = objection('warn');
/** A failure that its field settles only where a remedy was found. */
export const failUnlessRemedy = (problem: Problem, ...remedies: Remedy[]): Finding => ({
  ...fail(problem, ...remedies),
  fieldNeedsRemedy: true,
});
export const unverified = (problem: Problem) => ({ status: 'unverified', problem }) as const;

/** How long a remedy may be looked for, in milliseconds; a search through thirty regions is one. */
const searchDeadline = 10_000;

/** The remedies that were found in time. */
export async function fixesAmong<Context extends KibanaContext>(
  remedies: ReadonlyArray<Remedy<Context>>,
  context: Context,
): Promise<{ fixes?: Fix[] }> {
  const found = await Promise.all(
    remedies.map(async (remedy) => {
      if (typeof remedy !== 'function') return [remedy];
      try {
        return await inTime(remedy(context), searchDeadline);
      } catch (error) {
        if (!(error instanceof SetupError)) context.report(error);
        return [];
      }
    }),
  );
  const fixes = found.flat();
  return fixes.length > 0 ? { fixes } : {};
}

/** How long one check may look, in milliseconds. */
const deadline = 10_000;

/** Why a check could not look: not yet, a missing permission, or the check's own reason. */
function reasonFor({ unverified: code }: Rule<never>, problem?: Problem): Problem {
  if (problem?.code === 'provider_not_registered')
    return { code: 'known_after_registration', detail: problem.detail };
  const { azure } = problem ?? {};
  const said = problemWith(code ?? 'unexpected', azure && { azure });
  return problem?.code === 'authorization_failed' ? withDetail(said, { ...problem.detail }) : said;
}

/** The problem with the person who needs the missing permission, and no value longer than a sentence can bear. */
export function told(problem: Problem, { principal }: Pick<KibanaContext, 'principal'>): Problem {
  const whole =
    principal && missingPermission(problem)
      ? withDetail(problem, {
          principal: principal.id,
          principalName: principal.name,
          principalType: principal.type,
        })
      : problem;
  return withDetail(whole, bounded(valuesOf(whole)));
}

async function verdictOf<Context extends KibanaContext>(
  check: CheckId,
  finding: Finding<Context>,
  context: Context,
): Promise<Verdict> {
  const { status, problem } = finding;
  if (status === 'unverified') return { check, status, problem: told(problem, context) };
  const found = await fixesAmong(finding.remedies, context);
  const { field: _field, ...outside } = problem;
  const hasNoRemedy = finding.fieldNeedsRemedy && !found.fixes;
  return { check, status, problem: told(hasNoRemedy ? outside : problem, context), ...found };
}

/** Runs one check; what it cannot find out becomes `unverified` with Azure's own words. */
export async function verdictsOf<Context extends KibanaContext>(
  check: Rule<Context>,
  context: Context,
): Promise<Verdict[]> {
  if (check.target && !context.readiness[check.target]) return [];
  const late = () => [unverified({ code: 'azure_busy' })];
  try {
    const findings = await inTime<ReadonlyArray<Finding<Context>>>(
      Promise.resolve(check.run(context)),
      deadline,
      late,
    );
    if (findings.length === 0) return [{ check: check.id, status: 'pass' }];
    return await Promise.all(findings.map((one) => verdictOf(check.id, one, context)));
  } catch (error) {
    const problem = error instanceof SetupError ? error.problem : undefined;
    if (!problem || problem.code === 'unexpected') context.report(error);
    return [
      { check: check.id, status: 'unverified', problem: told(reasonFor(check, problem), context) },
    ];
  }
}
