import type { Removal, Run } from '../../common/run';
import { routes } from '../../common/routes';
import { requestsOf } from '../runs/run_state';
import { steps } from '../steps';
import type { StepContext } from '../steps/step';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** What bears the run's mark, in the order in which it would go. */
async function removals(run: Run, context: Omit<StepContext, 'request'>): Promise<Removal[]> {
  const asked = [...steps]
    .reverse()
    .flatMap((step) => requestsOf(run).map((request) => step.removal({ ...context, request })));
  const found = (await Promise.all(asked)).flatMap((removal) => removal ?? []);
  const things = new Map(
    found.map((one) => [JSON.stringify([one.step, one.name, one.portalUrl]), one]),
  );
  return [...things.values()];
}

/** Says what undo would remove (`dryRun`), or starts removing it. */
export const registerUndoRun = (context: RouteContext) =>
  defineRoute(context, routes.undoRun, async ({ params, body, request }) => {
    const services = await context.services();
    const { asker, azure, connectors } = signedIn(services, request, body.session);
    const { runId } = params;
    const { state } = await services.runs.load(runId, asker);
    const found = await removals(state.run, { runId, azure, connectors });
    if (body.dryRun) return { removals: found };
    services.audit(request, { deed: 'undo', id: runId });
    return { removals: found, run: await services.runs.undo(asker, { ...body, runId }) };
  });
