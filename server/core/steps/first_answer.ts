import { hostOf } from '../../../common/values/host_of';
import { targetIdOf } from '../../../common/targets/inference_id';
import {
  SetupError,
  unlessSetupError,
  withDetail,
  type Problem,
  type ProblemCode,
} from '../../../common/problem';
import type { FirstAnswer, Probe } from '../../../common/run';
import { mainTargetOf } from '../../../common/targets/targets';
import type { AnswerOptions, Target, Targets } from '../targets/target';
import { isModelOf } from '../catalog/answering_model';
import { afterRefusal } from './refused_target';
import { targetStep } from './target';
import type { Applied, Step, StepContext } from './step';

/** The main target. */
function mainOf({ targets, request, runId }: StepContext) {
  if (!runId) throw new SetupError({ code: 'unexpected' });
  const kind = mainTargetOf(request);
  const target: Target = targets[kind];
  return { target, id: targetIdOf(kind, request, runId), step: targetStep(kind) };
}

const keys = new WeakMap<Targets, Promise<readonly string[]>>();

/** The key to redact from responses, read once per tick. */
async function secretsOf(context: StepContext): Promise<readonly string[]> {
  const { azure, targets, request, application } = context;
  if (request.authentication === 'entra_id') return application ? [application.clientSecret] : [];
  const cached = keys.get(targets);
  if (cached) return cached;
  // Without it, patterns find keys.
  const read = unlessSetupError(azure.accountKey(request)).then((key) => (key ? [key] : []));
  keys.set(targets, read);
  return read;
}

/** Problems that mention the host of the endpoint. */
const aboutHost: ReadonlySet<ProblemCode> = new Set([
  'endpoint_unresolved',
  'endpoint_unreachable',
  'endpoint_untrusted',
  'gateway_refused',
  'host_not_allowed',
]);

async function withHost(problem: Problem, context: StepContext): Promise<Problem> {
  if (!aboutHost.has(problem.code)) return problem;
  const { target, id } = mainOf(context);
  const host = hostOf((await target.look(id))?.url ?? '');
  return host ? withDetail(problem, { host }) : problem;
}

/** Updates the key, which might have been regenerated. */
async function renewKey(context: StepContext, { code }: Problem): Promise<void> {
  if (code !== 'key_rejected' || context.waitedFor?.code === code) return;
  await mainOf(context).step.apply(context);
}

/** Creates a deleted target again; throws if a person changed it. */
async function ensureTarget(context: StepContext): Promise<Applied> {
  const { step } = mainOf(context);
  const look = await step.look(context);
  if (look.state === 'conflict') throw new SetupError(look.problem);
  return look.state === 'missing' ? step.apply(context) : {};
}

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
  answer: FirstAnswer,
  options: AnswerOptions,
): Promise<FirstAnswer> {
  const { target, id } = mainOf(context);
  const probes = await Promise.all(target.probes.map((probe) => target.probe(id, probe, options)));
  return { ...answer, probes: [...modelProbe(context, answer), ...probes] };
}

/** Asks the model a question through the target as the person, then runs the probes of the AI Assistants' features. */
export const firstAnswer: Step = {
  id: 'first_answer',
  slow: (waited) => ({ code: 'answer_slow', detail: { seconds: Math.round(waited / 1_000) } }),

  look: async ({ answer }) =>
    answer?.probes ? { state: 'present', owned: true } : { state: 'missing' },

  /** Saves the answer before the probes, so a slow model does not get the same question twice. */
  async apply(context) {
    const { answer, signal } = context;
    const { target, id } = mainOf(context);
    const ensured = await ensureTarget(context);
    if (ensured.waiting) return ensured;
    const options = { signal, secrets: await secretsOf(context) };
    if (answer) return { answer: await probed(context, answer, options) };
    const reply = await target.ask(id, options);
    if (reply.status === 'answered') return { answer: reply.answer };
    const { status, problem } = reply;
    if (status === 'propagating') await renewKey(context, problem);
    return afterRefusal(context, { status, problem: await withHost(problem, context) });
  },
};
