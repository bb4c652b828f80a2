import { routes } from '../../../common/routes';
import { migration } from '../../core/targets/migration';
import { reusedValues } from '../../core/targets/reused_values';
import { readTargetFacts } from '../../core/targets/target_facts';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** The space's connectors to Azure OpenAI, read as the person. */
export const registerMigration = (context: RouteContext) =>
  defineRoute(context, routes.migration, async ({ request, services }) => {
    const { facts, targetsOf, defaultModelsOf } = services;
    return migration({
      targets: targetsOf(request),
      kibanaVersion: facts.kibanaVersion,
      readUses: () => defaultModelsOf(request).readUses(),
    });
  });

/** Finds the deployment that a connector of the space calls, in all subscriptions of the sign-in. */
export const registerReusedValues = (context: RouteContext) =>
  defineRoute(context, routes.reusedValues, async ({ body, request, services }) => {
    const { azure, targets } = await signedIn(services, request, body.session);
    const [listed, facts] = await Promise.all([
      targets.connector.list(),
      readTargetFacts(targets, services.facts.kibanaVersion),
    ]);
    const connector = listed?.find(({ id }) => id === body.targetId);
    return { values: await reusedValues(azure, connector, facts) };
  });
