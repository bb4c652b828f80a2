import { routes } from '../../common/routes';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** Carries on, with a fresh session and, where something had to change, a changed request. */
export const registerResumeRun = (context: RouteContext) =>
  defineRoute(context, routes.resumeRun, async ({ params, body, request }) => {
    const services = await context.services();
    const { asker } = signedIn(services, request, body.session);
    const { runId } = params;
    services.audit(request, { deed: 'resume', id: runId });
    return { run: await services.runs.resume(asker, { ...body, runId }) };
  });
