import type { CoreStart, KibanaRequest } from '@kbn/core/server';
import type { DefaultModel, DefaultModelRecord, NamedModel } from '../../../common/default_model';
import type { ConnectorUses } from '../../../common/migration';
import { mainTargetIdOf } from '../../../common/targets/inference_id';
import { SetupError, type Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { mainTargetOf, type TargetKind } from '../../../common/targets/targets';
import { createAiSettings, isDefault, type AiSettings } from './ai_settings';
import { findModel, type ModelSources } from './find_model';
import { featureLists, isLeftOut } from './feature_settings';

interface DefaultModelServices extends ModelSources {
  core: Pick<CoreStart, 'savedObjects' | 'uiSettings' | 'capabilities'>;
  /** Start contract of Kibana's plugin, complete in newer minors only. */
  searchInferenceEndpoints?: unknown;
}

type Ours = Pick<Run, 'runId' | 'request' | 'defaultModel'>;

/** The setting's value for the run's target. */
const idOf = ({ runId, request }: Ours): string => mainTargetIdOf(request, runId);

function obstacle({ isKnown, isOverridden, canSave }: AiSettings): Problem | undefined {
  if (!isKnown) return { code: 'default_model_unsupported' };
  if (isOverridden) return { code: 'default_model_overridden' };
  return canSave ? undefined : { code: 'default_model_privilege_missing' };
}

function assertWritable(settings: AiSettings): void {
  const problem = obstacle(settings);
  if (problem) throw new SetupError(problem);
}

/**
 * The default model of a space, for runs whose target becomes the default. Acts as the person and in the space of the
 * request. Idempotent: restores only a value that the run has set.
 */
export function createDefaultModels(services: DefaultModelServices, request: KibanaRequest) {
  const { core, searchInferenceEndpoints } = services;
  const settings = createAiSettings(core, request);
  const find = (id: string, kind?: TargetKind) => findModel(services, request, id, kind);
  const isGone = async (id: string, kind?: TargetKind) =>
    (await find(id, kind)).state === 'missing';

  async function named(id: string): Promise<NamedModel> {
    const found = await find(id);
    if (found.state === 'missing') return { id, isGone: true };
    return { id, ...(found.state === 'found' && found.name && { name: found.name }) };
  }

  async function look(run: Ours): Promise<DefaultModel> {
    const { defaultModel } = run;
    const id = idOf(run);
    const [now, notInAgentBuilder] = await Promise.all([
      settings.read(),
      isLeftOut(searchInferenceEndpoints, request, id),
    ]);
    const { value, onlyDefault } = now;
    const isThis = value === id;
    const former = isThis ? defaultModel?.former : undefined;
    const problem = obstacle(now);
    return {
      isThis,
      ...(isThis && (await isGone(id, mainTargetOf(run.request))) && { isGone: true }),
      onlyDefault,
      notInAgentBuilder,
      ...(!isThis && isDefault(value) && { other: await named(value) }),
      ...(isDefault(former) && { former: await named(former) }),
      ...(problem && { problem }),
    };
  }

  /**
   * The record to save before the run's target becomes the default; `undefined` if it already is and has a record.
   * @param replaces - The default that the person saw; throws `default_model_changed` if it has changed.
   */
  async function former(run: Ours, replaces?: string): Promise<DefaultModelRecord | undefined> {
    const { value, ...now } = await settings.read();
    assertWritable(now);
    if (value === idOf(run)) return run.defaultModel ? undefined : {};
    const present = isDefault(value) ? await named(value) : undefined;
    if (present?.id !== replaces) {
      throw new SetupError({
        code: 'default_model_changed',
        detail: { name: present?.name ?? present?.id },
      });
    }
    const { name: formerName } = present ?? {};
    return { ...(value !== undefined && { former: value }), ...(formerName && { formerName }) };
  }

  /** Restores the previous default; `changed` if the setting no longer has the run's target. */
  async function restore(run: Ours) {
    const { defaultModel = {} } = run;
    const { value, ...now } = await settings.read();
    if (value !== idOf(run)) return 'changed';
    assertWritable(now);
    const { former: before, formerName } = defaultModel;
    // Only connectors have names.
    const kind = formerName ? 'connector' : undefined;
    const wasDeleted = isDefault(before) && (await isGone(before, kind));
    await settings.write(wasDeleted ? undefined : before);
    return wasDeleted ? 'former_gone' : 'restored';
  }

  /** The space's settings that refer to a model id. */
  async function readUses(): Promise<(id: string) => ConnectorUses> {
    const [{ value, onlyDefault }, lists] = await Promise.all([
      settings.read(),
      featureLists(searchInferenceEndpoints, request),
    ]);
    return (id) => ({
      isDefault: value === id,
      onlyDefault,
      ...(lists && {
        features: [...new Set(lists.filter(({ ids }) => ids.includes(id)).map(({ name }) => name))],
      }),
    });
  }

  return {
    look,
    readUses,
    former,
    use: (run: Ours) => settings.write(idOf(run)),
    restore,
    /** The same before undo, which continues after a refusal; the record has the result. */
    async restoreForUndo(run: Ours): Promise<DefaultModelRecord | undefined> {
      const { problem: _problem, ...record } = run.defaultModel ?? {};
      try {
        const undone = await restore(run);
        if (undone === 'changed' && (!run.defaultModel || record.undone)) return run.defaultModel;
        return { ...record, undone };
      } catch (error) {
        if (error instanceof SetupError) return { ...record, problem: error.problem };
        throw error;
      }
    },
  };
}

export type DefaultModels = ReturnType<typeof createDefaultModels>;
