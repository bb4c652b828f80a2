import { routes } from '../../common/routes';
import { removals } from '../runs/removals';
import { assertTasksWork } from './assert_tasks_work';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** Says what undo would remove (`dryRun`), or starts removing it. */
export const registerUndoRun = (context: RouteContext) =>
  defineRoute(context, routes.undoRun, async ({ params, body, request }) => {
    const services = await context.services();
    const { asker, azure, connectors } = signedIn(services, request, body.session);
    const { runId } = params;
    const { state } = await services.runs.load(runId, asker);
    const found = await removals(state.run, { runId, azure, connectors });
    if (body.dryRun) return { removals: found };
    await assertTasksWork(connectors);
    services.audit(request, { deed: 'undo', id: runId });
    return { removals: found, run: await services.runs.undo(asker, { ...body, runId }) };
  });
