import { chatUrl } from '../../common/chat_url';
import { SetupError } from '../../common/problem';
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
    await connectors.create({ id: runId, name: request.connectorName, apiUrl, apiKey });
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
