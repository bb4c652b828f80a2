import { SetupError } from '../../../../common/problem';
import { routes } from '../../../../common/routes';
import type { Removal, Run } from '../../../../common/run';
import type { StepId } from '../../../../common/steps';
import { workflows } from '../../../core/workflows';
import { removals } from '../../../core/workflows/engine/removals';
import { assertTasksWork } from './assert_tasks_work';
import { audited } from '../../http/audited';
import { defineRoute } from '../../http/define_route';
import { signedIn, type RouteContext } from '../../http/route_context';

/** Throws if undo would delete something that was not in the list that the person confirmed. */
function assertConfirmed(found: readonly Removal[], confirmed: readonly StepId[] | undefined) {
  const isOther = ({ step, kept }: Removal) => !kept && !confirmed?.includes(step);
  if (confirmed && found.some(isOther)) throw new SetupError({ code: 'removals_changed' });
}

/** Lists what undo would delete (`dryRun`), or starts undo. */
export const registerUndoRun = (context: RouteContext) =>
  defineRoute(context, routes.undoRun, async ({ params, body, request, services }) => {
    const { runId } = params;
    const { runs } = services;
    const find = async () => {
      const { caller, azure, targets, application } = await signedIn(
        services,
        request,
        body.session,
      );
      const { state } = await runs.load(runId, caller);
      const workflow = workflows[state.run.workflow];
      const found = await removals(workflow, state.run, { runId, azure, targets, application });
      return { caller, targets, found, run: state.run };
    };
    if (body.dryRun) {
      const { user } = services.callerOf(request);
      return services.limited(user, async () => ({ removals: (await find()).found }));
    }
    let about: Run | undefined;
    return audited(
      (end) => services.audit(request, { action: 'undo', id: runId, run: about, ...end }),
      async () => {
        const looked = await find();
        about = looked.run;
        assertConfirmed(looked.found, body.confirmed);
        await assertTasksWork(looked.targets, looked.run.request);
        return looked;
      },
      async ({ caller, found, run }) => {
        // First, so AI features never have a default that does not exist.
        const defaultModel = await services.defaultModelsOf(request).restoreForUndo(run);
        return { removals: found, run: await runs.undo(caller, { ...body, runId, defaultModel }) };
      },
    );
  });
