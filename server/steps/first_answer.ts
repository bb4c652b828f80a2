import { SetupError, type Problem, type ProblemCode } from '../../common/problem';
import type { ProbeId } from '../../common/run';
import { accountOf } from './account';
import type { Step, StepContext } from './step';

/** HTTP 403 has three causes; the account's own settings say which. */
async function refusalCause(context: StepContext): Promise<ProblemCode | undefined> {
  const found = await context.azure.account(accountOf(context.request));
  if (!found) return 'resource_not_found';
  if (found.keysDisabled) return 'keys_disabled';
  if (found.networkAccess === 'disabled') return 'public_access_disabled';
  if (found.networkAccess === 'selected') return 'network_rules_block';
  return undefined;
}

async function refused(context: StepContext, problem: Problem) {
  const code = await refusalCause(context);
  // Nothing in the account forbids it: its network rules are still spreading.
  if (!code) return { waiting: problem };
  const { accountName: name, resourceGroup } = context.request;
  const detail = { name, resourceGroup };
  throw new SetupError({ ...problem, code, field: 'networkAccess', detail });
}

const probeIds: readonly ProbeId[] = ['stream', 'tools'];

/** Asks the model one question, through the connector and as the person; then does what the assistants do besides. */
export const firstAnswer: Step = {
  id: 'first_answer',
  name: (request) => request.modelName,

  look: async ({ answer }) =>
    answer?.probes ? { state: 'present', mine: true } : { state: 'missing' },

  /** The answer is saved before the probes begin: a slow model must not be asked the same twice. */
  async apply(context) {
    const { runId, connectors, answer, signal } = context;
    if (!runId) throw new SetupError({ code: 'unexpected' });
    if (answer) {
      const probes = await Promise.all(
        probeIds.map((probe) => connectors.probe(runId, probe, { signal })),
      );
      return { answer: { ...answer, probes } };
    }
    const said = await connectors.ask(runId, { signal });
    switch (said.status) {
      case 'answered':
        return { answer: said.answer };
      case 'propagating':
        return { waiting: said.problem };
      case 'refused_network':
        return refused(context, said.problem);
      case 'failed':
        throw new SetupError(said.problem);
    }
  },

  removal: async () => undefined,
  undo: async () => true,
};
