import { SetupError } from '../../common/problem';
import { routes } from '../../common/routes';
import type { Connectors } from '../connectors/connectors';
import { runTaskId, undoTaskId, type Runs } from '../runs/runs';
import { assertTasksWork } from './assert_tasks_work';
import { audited } from './audited';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** The connector's id will be the run's: one that is there already, and is of no run, must not be replaced. */
async function assertIdIsFree(
  runId: string,
  { runs, connectors }: { runs: Runs; connectors: Connectors },
): Promise<void> {
  // Who may not see connectors cannot make one either: the run will say so.
  const found = await connectors.get(runId).catch(() => undefined);
  if (!found) return;
  const known = await Promise.all([runTaskId(runId), undoTaskId(runId)].map(runs.taskExists));
  if (!known.some(Boolean)) throw new SetupError({ code: 'connector_conflict' });
}

/** Starts the run in the background. */
export const registerStartRun = (context: RouteContext) =>
  defineRoute(context, routes.startRun, async ({ body, request }) => {
    const services = await context.services();
    const { runs } = services;
    const { runId: id } = body;
    const run = await audited(
      (end) => services.audit(request, { deed: 'start', id, ...end }),
      async () => {
        const { asker, connectors } = await signedIn(services, request, body.session);
        await assertTasksWork(connectors);
        await assertIdIsFree(id, { runs, connectors });
        return asker;
      },
      (asker) => runs.start(asker, body),
    );
    services.count('run_started');
    return { run };
  });
