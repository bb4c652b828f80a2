import { chatUrl } from '../../../common/chat_url';
import { endpointOf } from '../../../common/endpoint';
import { SetupError } from '../../../common/problem';
import type { Removal } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { OpenAiConnector } from '../targets/connectors';
import { offeredModels } from '../catalog/offered_models';
import { transient } from '../workflows/waiting';
import type { Look, Step, StepContext } from './step';

/** The deployment's chat URL, from the endpoint that the account itself names. */
async function apiUrlOf({ request, azure }: StepContext): Promise<string> {
  const found = await azure.account(request);
  if (!found) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: request.accountName } });
  }
  if (!found.openAiEndpoint) {
    throw new SetupError({ code: 'subdomain_missing', detail: { name: request.accountName } });
  }
  return chatUrl(found.openAiEndpoint, request.deploymentName);
}

/** The same deployment: a person may have changed the version of the API in the URL. */
function isSameDeployment(apiUrl: string, expected: string): boolean {
  if (!URL.canParse(apiUrl)) return false;
  const [one, other] = [new URL(apiUrl), new URL(expected)];
  return one.host === other.host && one.pathname === other.pathname;
}

/** True if the connector calls the deployment of this request; the account can be gone by now. */
async function callsDeploymentOf(
  request: SetupRequest,
  { apiUrl }: OpenAiConnector,
  { azure }: StepContext,
): Promise<boolean> {
  if (!apiUrl) return false;
  const isAt = (endpoint: string | undefined): boolean =>
    endpoint !== undefined && isSameDeployment(apiUrl, chatUrl(endpoint, request.deploymentName));
  if (isAt(endpointOf(request, azure.openAiSuffix))) return true;
  return isAt((await azure.account(request))?.openAiEndpoint);
}

/** True if the connector is as this run created it, now or for an earlier request; otherwise a person changed it. */
async function isOurs(connector: OpenAiConnector, context: StepContext): Promise<boolean> {
  const { request, requests = [request] } = context;
  for (const one of requests) {
    if (await callsDeploymentOf(one, connector, context)) return true;
  }
  return false;
}

const changed = ({ name }: OpenAiConnector) =>
  ({ code: 'connector_changed', detail: { name } }) as const;

/** A name that the run gave it earlier gives way to the present one; a name that a person gave it stays. */
const hasEarlierName = (
  { name }: OpenAiConnector,
  { request, requests = [] }: StepContext,
): boolean =>
  name !== request.connectorName && requests.some(({ connectorName }) => connectorName === name);

async function lookAt(found: OpenAiConnector, context: StepContext): Promise<Look> {
  const isCurrent = found.apiUrl && isSameDeployment(found.apiUrl, await apiUrlOf(context));
  if (!isCurrent && !(await isOurs(found, context))) {
    return { state: 'conflict', problem: changed(found) };
  }
  const fits = isCurrent && !found.isMissingSecrets && !hasEarlierName(found, context);
  return fits ? { state: 'present', mine: true } : { state: 'missing' };
}

/** The catalog entry of the model; a connector works without it if the catalog cannot be read. */
async function contextTokensOf({ request, azure }: StepContext): Promise<number | undefined> {
  const { modelName } = request;
  try {
    const { models } = await offeredModels(azure, request);
    return models.find((model) => model.modelName === modelName && model.contextTokens)
      ?.contextTokens;
  } catch (error) {
    if (error instanceof SetupError && !transient.has(error.problem.code)) return undefined;
    throw error;
  }
}

async function findOurs(context: StepContext): Promise<Removal | undefined> {
  const { runId, connectors } = context;
  const found = runId ? await connectors.get(runId) : undefined;
  if (!found) return undefined;
  const removal = { step: 'connector', name: found.name } as const;
  return (await isOurs(found, context)) ? removal : { ...removal, kept: changed(found) };
}

/** The connector's id is the run's id: that is its mark, together with the deployment that it calls. */
export const connector: Step = {
  id: 'connector',
  name: (request) => request.connectorName,

  async look(context) {
    const { runId, connectors } = context;
    const found = runId ? await connectors.get(runId) : undefined;
    return found ? lookAt(found, context) : { state: 'missing' };
  },

  /** The key is read and handed on in one breath. What is there already gets the present URL and key. */
  async apply(context) {
    const { runId, connectors, azure, request } = context;
    if (!runId) throw new SetupError({ code: 'unexpected' });
    const apiUrl = await apiUrlOf(context);
    const contextTokens = await contextTokensOf(context);
    const apiKey = await azure.accountKey(request);
    const { connectorName: name, modelName } = request;
    const wanted = { id: runId, name, apiUrl, apiKey, modelName, contextTokens };
    const found = await connectors.get(runId);
    if (found) {
      await connectors.update(
        hasEarlierName(found, context) ? wanted : { ...wanted, name: found.name },
      );
    } else {
      try {
        await connectors.create(wanted);
      } catch (error) {
        // Created by another tick of this run in the same moment; the next look tells whether it fits.
        if (!(error instanceof SetupError) || !(await connectors.get(runId))) throw error;
      }
    }
    const saved = await connectors.get(runId);
    if (!saved || saved.isMissingSecrets) throw new SetupError({ code: 'connector_refused' });
    return {};
  },

  undo: {
    claimed: 'connector_conflict',
    find: findOurs,

    async remove(context) {
      const { runId, connectors } = context;
      const removal = await findOurs(context);
      if (runId && removal && !removal.kept) await connectors.delete(runId);
      return true;
    },
  },
};
