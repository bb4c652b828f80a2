import { hostOf } from '../../../common/host_of';
import {
  SetupError,
  unlessSetupError,
  withDetail,
  type Problem,
  type ProblemCode,
} from '../../../common/problem';
import type { CalledProbe, FirstAnswer, Probe } from '../../../common/run';
import type { Account } from '../azure/azure';
import type { AnswerOptions, Target } from '../targets/target';
import { isModelOf } from '../catalog/answering_model';
import { targetStep } from './target';
import type { Applied, Step, StepContext } from './step';

const keys = new WeakMap<Target, Promise<readonly string[]>>();

/** The key that the target sends, so that it can be taken out of what comes back; read once per tick. */
function secretsOf({ azure, target, request }: StepContext): Promise<readonly string[]> {
  const known = keys.get(target);
  if (known) return known;
  // Without it, keys are found by their pattern.
  const read = unlessSetupError(azure.accountKey(request)).then((key) => (key ? [key] : []));
  keys.set(target, read);
  return read;
}

/** HTTP 403 has several causes; the account's own settings say which. */
function refusalCause(account: Account | undefined) {
  if (!account) return 'resource_not_found';
  if (account.keysDisabled) return 'keys_disabled';
  if (account.networkAccess === 'disabled') return 'public_access_disabled';
  return account.networkAccess === 'selected' ? 'network_rules_block' : 'network_refused';
}

/** New and deleted network rules take time to take effect: until then, a refusal can be temporary. */
const mayPass = (account: Account | undefined): boolean =>
  account !== undefined &&
  !account.keysDisabled &&
  (account.networkAccess === 'all' ||
    (account.networkAccess === 'selected' && account.ipRules.length > 0));

async function refused(context: StepContext, problem: Problem): Promise<Applied> {
  const { accountName: name, resourceGroup } = context.request;
  const account = await context.azure.account(context.request);
  const code = refusalCause(account);
  const field = code === 'keys_disabled' ? 'accountName' : 'networkAccess';
  const named: Problem = { ...problem, code, field, detail: { name, resourceGroup } };
  if (mayPass(account)) return { waiting: named };
  throw new SetupError(named);
}

/** Problems whose words name the host of the endpoint. */
const aboutHost: ReadonlySet<ProblemCode> = new Set([
  'endpoint_unresolved',
  'endpoint_unreachable',
  'endpoint_untrusted',
  'gateway_refused',
  'host_not_allowed',
]);

async function withHost(problem: Problem, { target, runId }: StepContext): Promise<Problem> {
  if (!runId || !aboutHost.has(problem.code)) return problem;
  const host = hostOf((await target.look(runId))?.url ?? '');
  return host ? withDetail(problem, { host }) : problem;
}

/** Actions that can resolve a refusal while the step waits. */
async function propagating(context: StepContext, problem: Problem): Promise<Applied> {
  const { azure, request, waitedFor } = context;
  const { code } = problem;
  if (code === 'key_rejected' && waitedFor?.code !== code) {
    // The key may have been regenerated since the target got it.
    await targetStep.apply(context);
  }
  if (code === 'deployment_not_found') {
    const { deploymentName: name } = request;
    const found = await azure.deployment(request);
    if (!found) throw new SetupError({ ...problem, code: 'resource_not_found', detail: { name } });
  }
  return { waiting: await withHost(problem, context) };
}

/** A target that was deleted meanwhile is created again; one that a person changed is not called. */
async function ensureTarget(context: StepContext): Promise<void> {
  const look = await targetStep.look(context);
  if (look.state === 'conflict') throw new SetupError(look.problem);
  if (look.state === 'missing') await targetStep.apply(context);
}

const probeIds = ['stream', 'tools'] as const satisfies readonly CalledProbe[];

function modelProbe({ request }: StepContext, { model: actual }: FirstAnswer): Probe[] {
  const { modelName: expected } = request;
  if (!actual || isModelOf(actual, expected)) return [];
  return [
    {
      probe: 'model',
      status: 'fail',
      problem: { code: 'answer_other_model', detail: { expected, actual } },
    },
  ];
}

async function probed(
  context: StepContext,
  runId: string,
  answer: FirstAnswer,
  options: AnswerOptions,
): Promise<FirstAnswer> {
  const probes = await Promise.all(
    probeIds.map((probe) => context.target.probe(runId, probe, options)),
  );
  return { ...answer, probes: [...modelProbe(context, answer), ...probes] };
}

/** Asks the model one question, through the target and as the person; then does what the AI Assistants do. */
export const firstAnswer: Step = {
  id: 'first_answer',
  name: (request) => request.modelName,
  slow: (waited) => ({ code: 'answer_slow', detail: { seconds: Math.round(waited / 1_000) } }),

  look: async ({ answer }) =>
    answer?.probes ? { state: 'present', mine: true } : { state: 'missing' },

  /** The answer is saved before the probes begin: a slow model must not get the same question twice. */
  async apply(context) {
    const { runId, target, answer, signal } = context;
    if (!runId) throw new SetupError({ code: 'unexpected' });
    await ensureTarget(context);
    const options = { signal, secrets: await secretsOf(context) };
    if (answer) return { answer: await probed(context, runId, answer, options) };
    const said = await target.ask(runId, options);
    switch (said.status) {
      case 'answered':
        return { answer: said.answer };
      case 'propagating':
        return propagating(context, said.problem);
      case 'refused_network':
        return refused(context, said.problem);
      case 'failed':
        throw new SetupError(await withHost(said.problem, context));
    }
  },
};
