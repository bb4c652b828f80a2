import { chatUrl } from '../../../../common/azure/chat_url';
import { endpointOf, endpointUrl } from '../../../../common/azure/endpoint';
import type { Fix, Verdict } from '../../../../common/check';
import type { Plan, PlannedStep } from '../../../../common/plan';
import { SetupError, unlessSetupError, type Problem } from '../../../../common/problem';
import type { SetupRequest } from '../../../../common/setup_request';
import { nameOf } from '../../../../common/steps';
import type { Azure } from '../../azure/azure';
import { fixesAmong, withPrincipal, verdictsOf, type CheckContext } from '../../checks/check';
import type { Look, Step } from '../../steps/step';
import { readinessOf } from '../../targets/each_target';
import { withRegionName } from './name_region';
import { stepsFor, type Workflow } from '../workflow';

export type PlanContext = Omit<CheckContext, 'readiness'>;

/** Treats a failed look as a conflict. */
async function lookSafely(step: Step, context: PlanContext): Promise<Look> {
  const { request, azure, targets, application } = context;
  try {
    return await step.look({ request, azure, targets, application });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { state: 'conflict', problem: error.problem };
  }
}

/** The problem with facts about this Kibana, and its fixes. */
async function advised(
  { remedies, explain }: Workflow,
  found: Problem,
  context: CheckContext,
): Promise<{ problem: Problem; fixes?: Fix[] }> {
  const explained = explain && (await unlessSetupError(explain(found, context)));
  const problem = withPrincipal(explained ?? found, context);
  return { problem, ...(await fixesAmong(remedies[problem.code] ?? [], context)) };
}

async function advisedVerdict(
  workflow: Workflow,
  verdict: Verdict,
  context: CheckContext,
): Promise<Verdict> {
  if (verdict.status !== 'fail') return verdict;
  return {
    ...verdict,
    ...(await advised(workflow, verdict.problem, context)),
    ...fixesOf(verdict),
  };
}

const fixesOf = ({ fixes }: Verdict) => fixes && { fixes };

async function plannedStep(
  workflow: Workflow,
  step: Step,
  context: CheckContext,
): Promise<PlannedStep> {
  const { request } = context;
  const look = await lookSafely(step, context);
  const location = look.state === 'present' ? look.location : undefined;
  const planned = {
    step: step.id,
    name: nameOf(step.id, request),
    ...(step.location && { location: location ?? step.location(request) }),
  };
  switch (look.state) {
    case 'conflict':
      return {
        ...planned,
        action: 'conflict',
        ...(await advised(workflow, look.problem, context)),
      };
    case 'missing': {
      const onDeleted = step.onDeleted?.(request);
      return { ...planned, action: 'create', ...(onDeleted && { onDeleted }) };
    }
    case 'pending':
    case 'present': {
      const { portalUrl } = look;
      return { ...planned, action: 'reuse', ...(portalUrl && { portalUrl }) };
    }
  }
}

async function targetUrlOf(request: SetupRequest, azure: Azure): Promise<string> {
  const existing = await unlessSetupError(azure.account(request));
  const { openAiSuffix: suffix } = azure;
  const endpoint =
    endpointOf(request, suffix, existing) ?? endpointUrl(request.accountName, suffix);
  return chatUrl(endpoint, request.deploymentName);
}

/**
 * The dry run: all looks and checks run concurrently, without writes. @param onVerdicts - Gets the verdicts of each
 * check when it ends.
 */
export async function makePlan(
  workflow: Workflow,
  context: PlanContext,
  onVerdicts?: (verdicts: Verdict[]) => void,
): Promise<Plan> {
  const { checks } = workflow;
  const { request, azure, targets } = context;
  const readiness = await readinessOf(targets, request);
  const checkContext: CheckContext = { ...context, readiness };
  const [planned, verdicts, targetUrl] = await Promise.all([
    Promise.all(
      stepsFor(workflow, request).map(async (step) =>
        withRegionName(await plannedStep(workflow, step, checkContext), checkContext),
      ),
    ),
    Promise.all(
      checks.map(async (check) => {
        const all = await verdictsOf(check, checkContext);
        const found = await Promise.all(
          all.map(async (one) =>
            withRegionName(await advisedVerdict(workflow, one, checkContext), checkContext),
          ),
        );
        onVerdicts?.(found);
        return found;
      }),
    ),
    targetUrlOf(request, azure),
  ]);
  return { steps: planned, verdicts: verdicts.flat(), targetUrl };
}
