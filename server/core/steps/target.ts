import { chatUrl } from '../../../common/chat_url';
import { endpointOf } from '../../../common/endpoint';
import { SetupError } from '../../../common/problem';
import type { Removal } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { ExistingTarget } from '../targets/target';
import { offeredModels } from '../catalog/offered_models';
import { transient } from '../workflows/waiting';
import type { Look, Step, StepContext } from './step';

/** Chat completions URL of the deployment, from the endpoint that the account itself names. */
async function urlOf({ request, azure }: StepContext): Promise<string> {
  const found = await azure.account(request);
  if (!found) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: request.accountName } });
  }
  if (!found.openAiEndpoint) {
    throw new SetupError({ code: 'subdomain_missing', detail: { name: request.accountName } });
  }
  return chatUrl(found.openAiEndpoint, request.deploymentName);
}

/** Compares host and path only: a person may have changed the version of the API in the URL. */
function isSameDeployment(url: string, expected: string): boolean {
  if (!URL.canParse(url)) return false;
  const [one, other] = [new URL(url), new URL(expected)];
  return one.host === other.host && one.pathname === other.pathname;
}

/** True if the target calls the deployment of this request; the account can have been deleted since. */
async function callsDeploymentOf(
  request: SetupRequest,
  { url }: ExistingTarget,
  { azure }: StepContext,
): Promise<boolean> {
  if (!url) return false;
  const isAt = (endpoint: string | undefined): boolean =>
    endpoint !== undefined && isSameDeployment(url, chatUrl(endpoint, request.deploymentName));
  if (isAt(endpointOf(request, azure.openAiSuffix))) return true;
  return isAt((await azure.account(request))?.openAiEndpoint);
}

/** True if it is as this run created it, now or for an earlier request; otherwise a person changed it. */
async function isOurs(found: ExistingTarget, context: StepContext): Promise<boolean> {
  const { request, requests = [request] } = context;
  for (const one of requests) {
    if (await callsDeploymentOf(one, found, context)) return true;
  }
  return false;
}

const changed = ({ name }: ExistingTarget) =>
  ({ code: 'connector_changed', detail: { name } }) as const;

/** A name that the run gave it earlier gives way to the current one; a name that a person gave it stays. */
const hasEarlierName = (
  { name }: ExistingTarget,
  { request, requests = [] }: StepContext,
): boolean => name !== request.targetName && requests.some(({ targetName }) => targetName === name);

async function lookAt(found: ExistingTarget, context: StepContext): Promise<Look> {
  const isCurrent = found.url && isSameDeployment(found.url, await urlOf(context));
  if (!isCurrent && !(await isOurs(found, context))) {
    return { state: 'conflict', problem: changed(found) };
  }
  const fits = isCurrent && !found.isMissingSecrets && !hasEarlierName(found, context);
  return fits ? { state: 'present', mine: true } : { state: 'missing' };
}

/** The model's context window in the catalog; the target works without it if the catalog cannot be read. */
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
  const { runId, target } = context;
  const found = runId ? await target.look(runId) : undefined;
  if (!found) return undefined;
  const removal = { step: 'target', name: found.name } as const;
  return (await isOurs(found, context)) ? removal : { ...removal, kept: changed(found) };
}

/** Its id is the run's id: with the deployment that it calls, that tells it apart from what other people created. */
export const targetStep: Step = {
  id: 'target',
  name: (request) => request.targetName,

  async look(context) {
    const { runId, target } = context;
    const found = runId ? await target.look(runId) : undefined;
    return found ? lookAt(found, context) : { state: 'missing' };
  },

  /** The key is read and passed on immediately. An existing target gets the current URL and key. */
  async apply(context) {
    const { runId, target, azure, request } = context;
    if (!runId) throw new SetupError({ code: 'unexpected' });
    const url = await urlOf(context);
    const contextTokens = await contextTokensOf(context);
    const apiKey = await azure.accountKey(request);
    const { targetName: name, modelName } = request;
    const wanted = { id: runId, name, url, apiKey, modelName, contextTokens };
    const found = await target.look(runId);
    if (found) {
      await target.update(
        hasEarlierName(found, context) ? wanted : { ...wanted, name: found.name },
      );
    } else {
      try {
        await target.create(wanted);
      } catch (error) {
        // Created by another tick of this run in the same moment; the next look tells whether it fits.
        if (!(error instanceof SetupError) || !(await target.look(runId))) throw error;
      }
    }
    const saved = await target.look(runId);
    if (!saved || saved.isMissingSecrets) throw new SetupError({ code: 'connector_refused' });
    return {};
  },

  undo: {
    claimed: 'connector_conflict',
    find: findOurs,

    async remove(context) {
      const { runId, target } = context;
      const removal = await findOurs(context);
      if (runId && removal && !removal.kept) await target.remove(runId);
      return true;
    },
  },
};
