import { chatUrl } from '../../common/chat_url';
import type { Verdict } from '../../common/check';
import type { Plan, PlannedStep } from '../../common/plan';
import { SetupError } from '../../common/problem';
import type { SetupRequest } from '../../common/setup_request';
import type { Azure } from '../azure/azure';
import { azureChecks, kibanaChecks } from '../checks';
import { verdictsOf, verdictsOfKibana } from '../checks/check';
import type { Connectors } from '../connectors/connectors';
import { steps } from '../steps';
import { accountOf } from '../steps/account';
import type { Look, Step, StepContext } from '../steps/step';

export interface PlanContext {
  request: SetupRequest;
  azure: Azure;
  connectors: Connectors;
  sessionExpiresAt: Date;
  now: Date;
  kibanaVersion: string;
}

const actions = { missing: 'create', pending: 'reuse', present: 'reuse' } as const;

/** Region, for the things that have one. */
const hasLocation: ReadonlySet<Step['id']> = new Set(['resource_group', 'account']);

function toPlannedStep(step: Step, request: SetupRequest, look: Look): PlannedStep {
  const planned = {
    step: step.id,
    name: step.name(request),
    ...(hasLocation.has(step.id) ? { location: request.location } : {}),
  };
  if (look.state === 'conflict') return { ...planned, action: 'conflict', problem: look.problem };
  const portalUrl = 'portalUrl' in look ? look.portalUrl : undefined;
  return { ...planned, action: actions[look.state], ...(portalUrl ? { portalUrl } : {}) };
}

/** A step that cannot look is a conflict: acting blindly is what the plan is there to prevent. */
async function lookSafely(step: Step, context: StepContext): Promise<Look> {
  try {
    return await step.look(context);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { state: 'conflict', problem: error.problem };
  }
}

async function apiUrlOf(request: SetupRequest, azure: Azure): Promise<string> {
  const existing = await azure.account(accountOf(request)).catch(() => undefined);
  const host = `https://${request.customSubDomainName ?? request.accountName}.${azure.openAiSuffix}/`;
  return chatUrl(existing?.openAiEndpoint ?? host, request.deploymentName);
}

/** The dry run: everything looks at the same time, nothing is written. */
export async function makePlan(context: PlanContext): Promise<Plan> {
  const { request, azure, connectors } = context;
  const home = await connectors.home();
  const checkContext = { ...context, home };
  const [planned, verdicts, apiUrl] = await Promise.all([
    Promise.all(
      steps.map(async (step) =>
        toPlannedStep(step, request, await lookSafely(step, { request, azure, connectors })),
      ),
    ),
    Promise.all(azureChecks.map((check) => verdictsOf(check, checkContext))),
    apiUrlOf(request, azure),
  ]);
  const ofKibana: Verdict[] = kibanaChecks.flatMap((check) => verdictsOfKibana(check, home));
  return { steps: planned, verdicts: [...ofKibana, ...verdicts.flat()], apiUrl };
}
