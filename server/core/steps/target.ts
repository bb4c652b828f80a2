import { targetIdOf } from '../../../common/targets/inference_id';
import { problemWith, SetupError, type Problem } from '../../../common/problem';
import type { Removal } from '../../../common/run';
import { sameText } from '../../../common/values/same_text';
import type { TargetKind } from '../../../common/targets/targets';
import { offeredModels } from '../catalog/offered_models';
import { requiredApplication } from '../sign_in/application';
import type { ExistingTarget, Target, TargetAuth } from '../targets/target';
import { transientProblems } from '../transient_problems';
import { afterRefusal } from './refused_target';
import type { Look, Step, StepContext } from './step';
import { isUnchanged, isSameDeployment, urlOf } from './target_url';

/** By kind, the step that creates it, and the problems of a target that is not as the run created it. */
const facts = {
  connector: {
    id: 'target',
    changed: 'connector_changed',
    claimed: 'connector_conflict',
    refused: 'connector_refused',
  },
  inference_endpoint: {
    id: 'inference_endpoint',
    changed: 'inference_endpoint_changed',
    claimed: 'inference_endpoint_conflict',
    refused: 'inference_endpoint_refused',
  },
} as const satisfies Record<TargetKind, object>;

/** True if the target has a name from an earlier request; a name that a person changed is kept. */
const hasEarlierName = (
  { name }: ExistingTarget,
  { request, requests = [] }: StepContext,
): boolean => name !== request.targetName && requests.some(({ targetName }) => targetName === name);

/** The model's context window from the catalog; optional. */
async function contextTokensOf({ request, azure }: StepContext): Promise<number | undefined> {
  const { modelName } = request;
  try {
    const { models } = await offeredModels(azure, request);
    return models.find((model) => model.modelName === modelName && model.contextTokens)
      ?.contextTokens;
  } catch (error) {
    if (error instanceof SetupError && !transientProblems.has(error.problem.code)) return undefined;
    throw error;
  }
}

/** True if it has the authentication of the request. */
const hasAuthentication = ({ clientId }: ExistingTarget, { request }: StepContext): boolean =>
  sameText(clientId, request.authentication === 'entra_id' ? request.applicationId : undefined);

/** The credentials: the account's key, or the application's secret from the session. */
async function authOf({ azure, request, application }: StepContext): Promise<TargetAuth> {
  if (request.authentication === 'api_key') return { apiKey: await azure.accountKey(request) };
  const { tenantId, clientId, clientSecret } = requiredApplication(request, application);
  return { tenantId, clientId, clientSecret };
}

/** An object with one of the run's ids, and whether it is unchanged. */
interface Found {
  existing: ExistingTarget;
  ours: boolean;
}

const missing = { state: 'missing' } as const;

/**
 * The step that creates a target of the kind. Id and called deployment distinguish it from targets of others.
 */
export function targetStep(kind: TargetKind): Step {
  const { id, claimed, refused } = facts[kind];
  const changed = (name: string): Problem => ({ code: facts[kind].changed, detail: { name } });
  const targetOf = ({ targets }: StepContext): Target => targets[kind];
  /** All objects with the run's ids, including those of an interrupted replacement. */
  async function everything(context: StepContext): Promise<Found[]> {
    const { runId, request } = context;
    if (!runId) return [];
    const target = targetOf(context);
    const looks = target.idsOf(targetIdOf(kind, request, runId)).map((one) => target.look(one));
    const all = (await Promise.all(looks)).flatMap((existing) => existing ?? []);
    return Promise.all(
      all.map(async (existing) => ({ existing, ours: await isUnchanged(existing, context) })),
    );
  }

  async function lookAt(existing: ExistingTarget, ours: boolean, context: StepContext) {
    const isCurrent =
      existing.url !== undefined && isSameDeployment(existing.url, await urlOf(context));
    if (!isCurrent && !ours) {
      return { state: 'conflict', problem: changed(existing.name) } as const;
    }
    const fits =
      isCurrent &&
      !existing.isMissingSecrets &&
      hasAuthentication(existing, context) &&
      !hasEarlierName(existing, context);
    return fits ? ({ state: 'present', owned: true } as const) : missing;
  }

  /** Unchanged objects first, because changed ones are kept and must not block the rest. */
  async function find(context: StepContext): Promise<Removal | undefined> {
    const all = await everything(context);
    const next = all.find(({ ours }) => ours) ?? all[0];
    if (!next) return undefined;
    const { name } = next.existing;
    return { step: id, name, ...(!next.ours && { kept: changed(name) }) };
  }

  return {
    id,
    objectId: (request, runId) => targetIdOf(kind, request, runId),

    async look(context): Promise<Look> {
      const { runId, request } = context;
      const all = await everything(context);
      const isMain = ({ existing }: Found) =>
        runId !== undefined && existing.id === targetIdOf(kind, request, runId);
      const main = all.find(isMain);
      if (!main) return missing;
      const look = await lookAt(main.existing, main.ours, context);
      // Completes an interrupted replacement.
      const isOver = look.state !== 'present' || !all.some((one) => one.ours && !isMain(one));
      return isOver ? look : missing;
    },

    /** Updates an existing target with the current URL and credentials. */
    async apply(context) {
      const { runId, request, signal } = context;
      if (!runId) throw new SetupError({ code: 'unexpected' });
      const target = targetOf(context);
      const url = await urlOf(context);
      const contextTokens = await contextTokensOf(context);
      const auth = await authOf(context);
      const { targetName, modelName } = request;
      const targetId = targetIdOf(kind, request, runId);
      const wanted = { id: targetId, name: targetName, url, auth, modelName, contextTokens };
      const options = signal && { signal };
      const existing = await target.look(targetId);
      if (existing) {
        const keepsName = !hasEarlierName(existing, context);
        const spec = keepsName ? { ...wanted, name: existing.name } : wanted;
        const refusal = await target.update(spec, options);
        if (refusal) return afterRefusal(context, refusal);
      } else {
        try {
          const refusal = await target.create(wanted, options);
          if (refusal) return await afterRefusal(context, refusal);
        } catch (error) {
          // Created at the same moment by another tick of this run; the next look checks it.
          if (!(error instanceof SetupError) || !(await target.look(targetId))) throw error;
        }
      }
      const saved = await target.look(targetId);
      if (!saved || saved.isMissingSecrets) throw new SetupError(problemWith(refused));
      return {};
    },

    undo: {
      claimed,
      find,

      async remove(context) {
        const all = await everything(context);
        for (const { existing, ours } of all) {
          if (ours) await targetOf(context).remove(existing.id);
        }
        return all.every(({ ours }) => ours);
      },
    },
  };
}
