import { routes } from '../../common/routes';
import { assertTasksWork } from './assert_tasks_work';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** Carries on, with a fresh session and, where something had to change, a changed request. */
export const registerResumeRun = (context: RouteContext) =>
  defineRoute(context, routes.resumeRun, async ({ params, body, request }) => {
    const services = await context.services();
    const { asker, connectors } = signedIn(services, request, body.session);
    const { runId } = params;
    await assertTasksWork(connectors);
    services.audit(request, { deed: 'resume', id: runId });
    return { run: await services.runs.resume(asker, { ...body, runId }) };
  });
