import { chatUrl } from '../../common/chat_url';
import { SetupError } from '../../common/problem';
import { offeredModels } from '../models/offered_models';
import { accountOf } from './account';
import type { Step, StepContext } from './step';

/** The deployment's chat URL, from the endpoint that the account itself names. */
async function apiUrlOf({ request, azure }: StepContext): Promise<string> {
  const found = await azure.account(accountOf(request));
  if (!found) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: request.accountName } });
  }
  if (!found.openAiEndpoint) {
    throw new SetupError({ code: 'subdomain_missing', detail: { name: request.accountName } });
  }
  return chatUrl(found.openAiEndpoint, request.deploymentName);
}

/** What the catalogue says of the model; a connector without it works as well. */
async function contextTokensOf({ request, azure }: StepContext): Promise<number | undefined> {
  const { modelName } = request;
  const { models } = await offeredModels(azure, request).catch(() => ({ models: [] }));
  return models.find(({ name, contextTokens }) => name === modelName && contextTokens)
    ?.contextTokens;
}

/** The connector's id is the run's id: that is its mark. */
export const connector: Step = {
  id: 'connector',
  name: (request) => request.connectorName,

  async look(context) {
    const { runId, connectors, request } = context;
    const found = runId ? await connectors.get(runId) : undefined;
    if (!found) return { state: 'missing' };
    const fits = found.name === request.connectorName && found.apiUrl === (await apiUrlOf(context));
    return fits ? { state: 'present', mine: true } : { state: 'missing' };
  },

  /** The key is read and handed on in one breath; it is held nowhere. */
  async apply(context) {
    const { runId, connectors, azure, request } = context;
    if (!runId) throw new SetupError({ code: 'unexpected' });
    const apiUrl = await apiUrlOf(context);
    const apiKey = await azure.accountKey(accountOf(request));
    await connectors.delete(runId);
    const { connectorName: name, modelName } = request;
    const contextTokens = await contextTokensOf(context);
    try {
      await connectors.create({ id: runId, name, apiUrl, apiKey, modelName, contextTokens });
    } catch (error) {
      // Made by another tick of this run in the same moment; the next look tells whether it fits.
      if (!(await connectors.get(runId))) throw error;
    }
    return {};
  },

  async removal({ runId, connectors }) {
    const found = runId ? await connectors.get(runId) : undefined;
    return found && { step: 'connector', name: found.name };
  },

  async undo({ runId, connectors }) {
    if (runId) await connectors.delete(runId);
    return true;
  },
};
