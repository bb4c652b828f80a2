import type { Removal } from '../../common/run';
import { routes } from '../../common/routes';
import { steps } from '../steps';
import type { StepContext } from '../steps/step';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** What bears the run's mark, in the order in which it would go. */
async function removals(context: StepContext): Promise<Removal[]> {
  const found = await Promise.all([...steps].reverse().map((step) => step.removal(context)));
  return found.flatMap((removal) => removal ?? []);
}

/** Says what undo would remove (`dryRun`), or starts removing it. */
export const registerUndoRun = (context: RouteContext) =>
  defineRoute(context, routes.undoRun, async ({ params, body, request }) => {
    const services = await context.services();
    const { asker, azure, connectors } = signedIn(services, request, body.session);
    const { runId } = params;
    const { state } = await services.runs.load(runId, asker);
    const found = await removals({ request: state.run.request, runId, azure, connectors });
    if (body.dryRun) return { removals: found };
    services.audit(request, 'azure_openai_setup_undo', `Setup ${runId} is being removed`);
    return { removals: found, run: await services.runs.undo(asker, { ...body, runId }) };
  });
