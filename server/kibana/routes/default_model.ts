import type { Run } from '../../../common/run';
import { routes } from '../../../common/routes';
import { existingMainTarget } from '../../core/targets/main_target';
import { assertFinished } from '../tasks/run_refusals';
import { audited } from '../http/audited';
import { defineRoute } from '../http/define_route';
import type { RouteContext } from '../http/route_context';

/** The default model of the space, relative to a run. */
export const registerDefaultModel = (context: RouteContext) =>
  defineRoute(context, routes.defaultModel, async ({ params, request, services }) => {
    const { runs, callerOf, defaultModelsOf } = services;
    const { run } = (await runs.load(params.runId, callerOf(request))).state;
    return { defaultModel: await defaultModelsOf(request).look(run) };
  });

/**
 * Changes the default model on behalf of the person. Records the previous value first, so the request can be repeated
 * if Kibana stops in between.
 */
export const registerUseDefaultModel = (context: RouteContext) =>
  defineRoute(context, routes.useDefaultModel, async ({ params, body, request, services }) => {
    const { runs } = services;
    const { runId } = params;
    const { on, replaces } = body;
    const caller = services.callerOf(request);
    const defaults = services.defaultModelsOf(request);
    let about: Run | undefined;
    const load = async () => {
      const { run } = (await runs.load(runId, caller)).state;
      about = run;
      assertFinished(run);
      return run;
    };
    const action = on ? 'use_default_model' : 'restore_default_model';
    const audit = (end: Pick<Parameters<typeof services.audit>[1], 'outcome' | 'problem'>) =>
      services.audit(request, { action, id: runId, run: about, ...end });

    async function use(): Promise<void> {
      const run = await load();
      await existingMainTarget(services.targetsOf(request), run);
      const former = await defaults.former(run, replaces);
      if (former) await runs.keepDefaultModel(caller, runId, former);
      await defaults.use(run);
      // An undo that began meanwhile did not find the new value.
      const after = (await runs.load(runId, caller)).state.run;
      if (after.status === 'finished') return;
      await defaults.restore(after);
      assertFinished(after);
    }

    async function restore(): Promise<void> {
      const run = await load();
      await defaults.restore(run);
      if (run.defaultModel) await runs.keepDefaultModel(caller, runId, undefined);
    }

    await audited(audit, load, on ? use : restore);
    audit({ outcome: 'success' });
    const run = await load();
    return { run, defaultModel: await defaults.look(run) };
  });
