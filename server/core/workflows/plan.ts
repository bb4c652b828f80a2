import { chatUrl } from '../../../common/chat_url';
import { endpointOf, endpointUrl } from '../../../common/endpoint';
import type { Plan, PlannedStep } from '../../../common/plan';
import { SetupError, unlessSetupError } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import type { Azure } from '../azure/azure';
import { checks } from '../checks';
import { verdictsOf, type CheckContext } from '../checks/check';
import { conflictRemedies } from '../checks/conflict_remedies';
import { steps } from '../steps';
import type { Look, Step } from '../steps/step';

export type PlanContext = Omit<CheckContext, 'home'>;

const actions = { missing: 'create', pending: 'reuse', present: 'reuse' } as const;

/** Region, for the things that have one. */
const hasLocation: ReadonlySet<Step['id']> = new Set(['resource_group', 'account']);

/** A step that cannot look is a conflict: acting blindly is what the plan is there to prevent. */
async function lookSafely(step: Step, context: PlanContext): Promise<Look> {
  const { request, azure, connectors } = context;
  try {
    return await step.look({ request, azure, connectors });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { state: 'conflict', problem: error.problem };
  }
}

async function plannedStep(step: Step, context: CheckContext): Promise<PlannedStep> {
  const { request } = context;
  const look = await lookSafely(step, context);
  const found = 'location' in look ? look.location : undefined;
  const planned = {
    step: step.id,
    name: step.name(request),
    ...(hasLocation.has(step.id) ? { location: found ?? request.location } : {}),
  };
  if (look.state === 'conflict') {
    const { problem } = look;
    const fixes = await conflictRemedies(context, problem);
    return { ...planned, action: 'conflict', problem, ...fixes };
  }
  const portalUrl = 'portalUrl' in look ? look.portalUrl : undefined;
  return { ...planned, action: actions[look.state], ...(portalUrl ? { portalUrl } : {}) };
}

async function apiUrlOf(request: SetupRequest, azure: Azure): Promise<string> {
  const existing = await unlessSetupError(azure.account(request));
  const { openAiSuffix: suffix } = azure;
  const endpoint =
    endpointOf(request, suffix, existing) ?? endpointUrl(request.accountName, suffix);
  return chatUrl(endpoint, request.deploymentName);
}

/** The dry run: everything looks at the same time, nothing is written. */
export async function makePlan(context: PlanContext): Promise<Plan> {
  const { request, azure, connectors } = context;
  const home = await connectors.home();
  const checkContext: CheckContext = { ...context, home };
  const [planned, verdicts, apiUrl] = await Promise.all([
    Promise.all(steps.map((step) => plannedStep(step, checkContext))),
    Promise.all(checks.map((check) => verdictsOf(check, checkContext))),
    apiUrlOf(request, azure),
  ]);
  return { steps: planned, verdicts: verdicts.flat(), apiUrl };
}
