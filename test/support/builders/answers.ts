import type { Fix, Verdict } from '../../../common/check';
import { checkIds } from '../../../common/check';
import type { Environment } from '../../../common/environment';
import type { ModelOption, Options } from '../../../common/options';
import type { Plan } from '../../../common/plan';
import type { Problem } from '../../../common/problem';
import type { RecommendedField, Recommendation } from '../../../common/recommendation';
import type { Run, RunStep, RunSummary } from '../../../common/run';
import type { StepId } from '../../../common/steps';
import type { KibanaTargetFacts } from '../../../common/targets/target_choice';
import type { SetupRequest } from '../../../common/setup_request';
import type { DeviceCode, SignedIn } from '../../../common/sign_in';
import { summaryOf } from '../../../server/kibana/tasks/run_summary';
import { aSetupRequest } from './a_setup_request';

/** Answers of the routes, in the shapes that the server sends. */

export const tenantId = 'aaaaaaaa-1111-4222-8333-444444444444';
export const aRunId = '5e0c1d1e-7c7e-4a3b-9d55-0a1b2c3d4e5f';

export const aSession = (change: Partial<SignedIn> = {}): SignedIn => ({
  status: 'signed_in',
  session: 'sealed-session',
  kind: 'device_code',
  cloud: 'public',
  tenantId,
  who: 'ada@contoso.example',
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  ...change,
});

export const aDeviceCode = (change: Partial<DeviceCode> = {}): DeviceCode => ({
  status: 'device_code',
  session: 'sealed-device-code',
  userCode: 'C9RT4KQXZ',
  verificationUri: 'https://microsoft.com/devicelogin',
  expiresAt: new Date(Date.now() + 900_000).toISOString(),
  interval: 0.05,
  ...change,
});

/** Facts about a Kibana in which the person has every privilege. */
export const allGranted = (kibanaVersion = '9.4.0'): KibanaTargetFacts => ({
  kibanaVersion,
  connectorEnabled: true,
  endpointSupported: true,
  privileges: { connector: true, manageInference: true, monitorInference: true },
});

export const anEnvironment = (change: Partial<Environment> = {}): Environment => ({
  verdicts: [{ check: 'kibana_secrets', status: 'pass' }],
  signInKinds: ['device_code', 'service_principal', 'access_token'],
  deviceCodeClientIsAzureCli: true,
  targetFacts: allGranted(),
  ...change,
});

export const aModelOption = (change: Partial<ModelOption> = {}): ModelOption => ({
  modelName: 'gpt-5.2',
  modelVersion: '2025-12-11',
  kind: 'OpenAI',
  location: 'eastus2',
  retiresAt: '2027-06-08T00:00:00Z',
  deploymentTypes: [
    {
      deploymentType: 'GlobalStandard',
      free: 450,
      limit: 500,
      used: 50,
      minimum: 1,
      maximum: 1_000,
      step: 1,
      tokensPerUnit: 1_000,
      usageName: 'OpenAI.GlobalStandard.gpt-5.2',
      drawbacks: [],
    },
  ],
  securityScore: 8.58,
  observabilityScore: 8.5,
  ...change,
});

export const someOptions = (change: Partial<Options> = {}): Options => ({
  tenants: [{ tenantId, displayName: 'Contoso' }],
  subscriptions: [
    {
      subscriptionId: aSetupRequest().subscriptionId,
      displayName: 'Pay-As-You-Go',
      state: 'Enabled',
      usable: true,
    },
  ],
  resourceGroups: [],
  locations: [
    { name: 'eastus2', displayName: 'East US 2', recommended: true },
    { name: 'swedencentral', displayName: 'Sweden Central', recommended: true },
  ],
  accounts: [],
  models: [aModelOption()],
  ...change,
});

/** One reason for each field, in the simplest case. */
export const aReasonForEach: Recommendation['reasons'] = {
  subscriptionId: { code: 'only_subscription' },
  resourceGroup: { code: 'new_resource_group' },
  location: { code: 'room_for_model' },
  accountName: { code: 'free_name' },
  customSubDomainName: { code: 'names_endpoint' },
  kind: { code: 'widest_choice_of_models' },
  networkAccess: { code: 'reachable_by_kibana' },
  ipRules: { code: 'no_address_rules' },
  tags: { code: 'no_tags' },
  modelName: { code: 'best_score' },
  modelVersion: { code: 'default_version' },
  deploymentType: { code: 'most_quota' },
  deploymentName: { code: 'named_after_model' },
  capacity: { code: 'ideal_quota', detail: { left: 250_000 } },
  versionUpgradeOption: { code: 'stays_supported' },
  target: { code: 'connector_suits_version' },
  authentication: { code: 'needs_no_application' },
  targetName: { code: 'named_after_model' },
};

const isRecommended = (field: string): field is RecommendedField => field in aReasonForEach;

export const aRecommendation = (fixed: Partial<SetupRequest> = {}): Recommendation => {
  const chosen: Partial<Recommendation['reasons']> = {};
  for (const field of Object.keys(fixed).filter(isRecommended)) {
    chosen[field] = { code: 'chosen_by_you' };
  }
  return {
    request: { ...aSetupRequest({ tags: {} }), ...fixed },
    reasons: { ...aReasonForEach, ...chosen },
    model: aModelOption(),
  };
};

/** The steps of setting up, in order. */
const stepsOf = (request: SetupRequest): Array<Pick<RunStep, 'step' | 'name'>> => [
  { step: 'provider_registration', name: 'Microsoft.CognitiveServices' },
  { step: 'resource_group', name: request.resourceGroup },
  { step: 'account', name: request.accountName },
  { step: 'model_deployment', name: request.deploymentName },
  { step: 'target', name: request.targetName },
  { step: 'first_answer', name: request.modelName },
];

export const verdicts = (change: Partial<Record<Verdict['check'], Verdict>> = {}): Verdict[] =>
  checkIds.map((check) => change[check] ?? { check, status: 'pass' });

/** An empty subscription whose provider is registered: four things to create. */
export const aPlan = (
  request: SetupRequest,
  change: { actions?: Partial<Record<StepId, 'create' | 'reuse'>>; verdicts?: Verdict[] } = {},
): Plan => ({
  steps: stepsOf(request).map((one) => ({
    ...one,
    action:
      change.actions?.[one.step] ?? (one.step === 'provider_registration' ? 'reuse' : 'create'),
    ...(['resource_group', 'account'].includes(one.step) && { location: request.location }),
    ...(one.step === 'account' && { onDeleted: request.onDeletedAccount }),
  })),
  verdicts: change.verdicts ?? verdicts(),
  targetUrl: `https://${request.accountName}.endpoint.example/chat`,
});

/** The plan in which this step is in conflict with what exists. */
export const withConflict = (plan: Plan, step: StepId, problem: Problem, fixes?: Fix[]): Plan => ({
  ...plan,
  steps: plan.steps.map((one) =>
    one.step === step ? { step, name: one.name, action: 'conflict', problem, fixes } : one,
  ),
});

const startedAt = '2026-11-01T10:00:00.000Z';
const at = (seconds: number) => new Date(Date.parse(startedAt) + seconds * 1_000).toISOString();

export type RunIn<Status extends Run['status']> = Extract<Run, { status: Status }>;

/** A run with this number of finished steps, 10 seconds each. */
export const aRun = (request: SetupRequest, done: number): RunIn<'running'> => ({
  runId: aRunId,
  workflow: 'set_up',
  status: 'running',
  request,
  startedAt,
  steps: stepsOf(request).map((line, index): RunStep => {
    if (index > done) return { ...line, status: 'pending' };
    if (index === done) return { ...line, status: 'running', startedAt: at(index * 10) };
    return {
      ...line,
      status: 'done',
      outcome: line.step === 'provider_registration' ? 'reused' : 'created',
      startedAt: at(index * 10),
      finishedAt: at(index * 10 + 10),
      ...(line.step === 'account' && { portalUrl: 'https://portal.example/account' }),
    };
  }),
});

export const aFinishedRun = (
  request: SetupRequest,
  change: Partial<RunIn<'finished'>> = {},
): RunIn<'finished'> => ({
  ...aRun(request, stepsOf(request).length),
  status: 'finished',
  finishedAt: at(95),
  answer: {
    text: 'Hello from East US 2.',
    model: 'gpt-5.2-2025-12-11',
    promptTokens: 12,
    completionTokens: 7,
  },
  ...change,
});

/** Stopped by a problem in the first step that is not done. */
export const aBlockedRun = (
  request: SetupRequest,
  done: number,
  problem: Problem,
): RunIn<'blocked'> => {
  const run = aRun(request, done);
  const steps = run.steps.map((line): RunStep =>
    line.status === 'running' ? { ...line, status: 'failed', problem } : line,
  );
  return { ...run, status: 'blocked', problem, steps };
};

/** After undo: everything that the run created was deleted. */
export const anUndoneRun = (run: Run): RunIn<'undone'> => {
  const { problem: _problem, ...rest } = run;
  const steps = run.steps.map(({ step, name, outcome, portalUrl }): RunStep => ({
    step,
    name,
    outcome,
    portalUrl,
    status: outcome === 'created' ? 'removed' : 'kept',
  }));
  return { ...rest, status: 'undone', finishedAt: at(120), steps };
};

/** As the server lists it. */
export const aRunSummary = (run: Run): RunSummary => summaryOf(run);
