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
import { bounded } from '../short_list';

/** Facts about this Kibana, available before sign-in. */
export interface KibanaContext {
  readiness: Readinesses;
  /** The signed-in principal, for problems that a role solves. */
  principal?: Principal;
  /** Receives programming errors, which do not stop other checks. */
  report(error: unknown): void;
}

/** The read-only context of a plan's checks. */
export interface CheckContext extends KibanaContext {
  request: SetupRequest;
  azure: Azure;
  targets: Targets;
  /** The person's application, if entered. */
  application?: TenantApplication | undefined;
  /** Signs in as that application; throws problems of the fields `applicationId` and `clientSecret`. */
  tryApplication?(): Promise<void>;
  kibanaVersion: string;
  /** When the current sign-in expires. */
  sessionExpiresAt: Date;
  /** Set if Microsoft requires a second factor for changes, and this sign-in had none. */
  secondFactor?: 'absent';
  now: Date;
}

/** A change to the request that solves a problem, or a search for such changes. */
export type Remedy<Context = CheckContext> = Fix | ((context: Context) => Promise<Fix[]>);

export type Finding<Context = CheckContext> =
  | { status: 'unverified'; problem: Problem }
  | {
      status: 'warn' | 'fail';
      problem: Problem;
      /** A search for fixes; if it fails or times out, the finding has none. */
      remedies: ReadonlyArray<Remedy<Context>>;
      /** True if changing the field helps only if a fix was found; otherwise, the problem has no field. */
      fieldNeedsRemedy?: boolean;
    };

type Findings<Context> = ReadonlyArray<Finding<Context>> | undefined;

/** A read-only rule. Its context is this Kibana, or a request with an Azure sign-in. */
export interface Rule<Context> {
  id: CheckId;
  /** Absent if the rule applies to all targets. */
  target?: TargetKind;
  /** The code if Azure does not allow the check. */
  unverified?: UnreadableCode;
  /** Nothing found is a pass; undefined if there is nothing to check. */
  run(context: Context): Findings<Context> | Promise<Findings<Context>>;
}

/** A check that reads from Azure must have a code for a failed read. */
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
/** A failure whose field helps only if a fix was found. */
export const failUnlessRemedy = (problem: Problem, ...remedies: Remedy[]): Finding => ({
  ...fail(problem, ...remedies),
  fieldNeedsRemedy: true,
});
export const unverified = (problem: Problem) => ({ status: 'unverified', problem }) as const;

/** Time limit for finding fixes, in milliseconds, for example through thirty regions. */
const searchDeadline = 10_000;

/** The fixes that were found in time. */
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

/** Time limit for one check, in milliseconds. */
const deadline = 10_000;

/** Why a check could not run: no registration yet, a missing permission, or the check's own code. */
function reasonFor({ unverified: code }: Rule<never>, problem?: Problem): Problem {
  if (problem?.code === 'provider_not_registered')
    return { code: 'known_after_registration', detail: problem.detail };
  const { azure } = problem ?? {};
  const said = problemWith(code ?? 'unexpected', azure && { azure });
  return problem?.code === 'authorization_failed' ? withDetail(said, { ...problem.detail }) : said;
}

/** The problem with the principal that needs the permission, and with shortened values. */
export function withPrincipal(
  problem: Problem,
  { principal }: Pick<KibanaContext, 'principal'>,
): Problem {
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
  if (status === 'unverified') return { check, status, problem: withPrincipal(problem, context) };
  const found = await fixesAmong(finding.remedies, context);
  const { field: _field, ...outside } = problem;
  const hasNoRemedy = finding.fieldNeedsRemedy && !found.fixes;
  return {
    check,
    status,
    problem: withPrincipal(hasNoRemedy ? outside : problem, context),
    ...found,
  };
}

/** Runs one check; a failed read becomes `unverified` with Azure's message. */
export async function verdictsOf<Context extends KibanaContext>(
  check: Rule<Context>,
  context: Context,
): Promise<Verdict[]> {
  if (check.target && !context.readiness[check.target]) return [];
  const late = () => [unverified({ code: 'azure_busy' })];
  try {
    const findings = await inTime<Findings<Context>>(
      Promise.resolve(check.run(context)),
      deadline,
      late,
    );
    if (!findings) return [];
    if (findings.length === 0) return [{ check: check.id, status: 'pass' }];
    return await Promise.all(findings.map((one) => verdictOf(check.id, one, context)));
  } catch (error) {
    const problem = error instanceof SetupError ? error.problem : undefined;
    if (!problem || problem.code === 'unexpected') context.report(error);
    return [
      {
        check: check.id,
        status: 'unverified',
        problem: withPrincipal(reasonFor(check, problem), context),
      },
    ];
  }
}
