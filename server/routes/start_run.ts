import { SetupError } from '../../common/problem';
import { routes } from '../../common/routes';
import type { Connectors } from '../connectors/connectors';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** A task can act for a person only with these two; Task Manager itself would answer with a bare 500. */
async function assertTasksWork(connectors: Connectors): Promise<void> {
  const { canEncrypt, apiKeysEnabled } = await connectors.home();
  if (!canEncrypt) throw new SetupError({ code: 'encryption_key_missing' });
  if (!apiKeysEnabled) throw new SetupError({ code: 'api_keys_disabled' });
}

/** Starts the run in the background. */
export const registerStartRun = (context: RouteContext) =>
  defineRoute(context, routes.startRun, async ({ body, request }) => {
    const services = await context.services();
    const { asker, connectors } = signedIn(services, request, body.session);
    await assertTasksWork(connectors);
    services.audit(request, { deed: 'start', id: body.runId });
    const run = await services.runs.start(asker, body);
    services.count('run_started');
    return { run };
  });
