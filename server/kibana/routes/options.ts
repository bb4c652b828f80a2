import type { Options, TenantOption } from '../../../common/options';
import { unlessSetupError } from '../../../common/problem';
import { routes } from '../../../common/routes';
import { defaultTarget } from '../../../common/targets/targets';
import type { Azure } from '../../core/azure/azure';
import type { ExistingTarget, Targets } from '../../core/targets/target';
import { acceptsWrites } from '../../core/catalog/accepts_writes';
import { accountOption, accountOptions } from './account_options';
import { offeredRegions } from '../../core/catalog/offered_models';
import { toModelOption } from '../../core/catalog/region_model';
import { regionOffers } from '../../core/catalog/region_offers';
import { defineRoute } from '../http/define_route';
import { signedIn, type RouteContext } from '../http/route_context';

/** An application cannot list tenants; the session's tenant is its only one. */
const tenants = async (azure: Azure, tenantId: string): Promise<TenantOption[]> =>
  (await unlessSetupError(azure.tenants())) ?? [{ tenantId, displayName: tenantId }];

/** Connectors of this space that can call an account. */
const listAll = async (targets: Targets): Promise<ExistingTarget[]> =>
  (await Promise.all(Object.values(targets).map((target) => target.list()))).flatMap(
    (listed) => listed ?? [],
  );

async function ofSubscription(
  azure: Azure,
  targets: Targets,
  subscriptionId: string,
): Promise<Partial<Options>> {
  const callers = listAll(targets);
  const [groups, locations, accounts] = await Promise.all([
    azure.resourceGroups(subscriptionId),
    offeredRegions(azure, subscriptionId, 'OpenAI'),
    callers.then((all) => accountOptions(azure, subscriptionId, all)),
  ]);
  return {
    resourceGroups: groups.map(({ resourceGroup, location }) => ({ resourceGroup, location })),
    locations,
    accounts,
  };
}

/** The options for the requested level, read concurrently. */
export const registerOptions = (context: RouteContext) =>
  defineRoute(context, routes.options, async ({ body, request, services }): Promise<Options> => {
    const { azure, targets, session } = await signedIn(services, request, body.session);
    const { subscriptionId, location, kind = 'OpenAI', account } = body;
    if (subscriptionId && account) {
      const callers = await listAll(targets);
      const accounts = await accountOption(azure, { subscriptionId, ...account }, callers);
      return { tenants: [], subscriptions: [], accounts };
    }
    const [all, subscriptions, chosen, offers] = await Promise.all([
      tenants(azure, session.tenantId),
      azure.subscriptions(),
      subscriptionId ? ofSubscription(azure, targets, subscriptionId) : {},
      subscriptionId && location
        ? regionOffers(
            azure,
            { subscriptionId, location, kind },
            { kibanaVersion: services.facts.kibanaVersion, target: defaultTarget, now: new Date() },
          )
        : undefined,
    ]);
    return {
      openAiSuffix: azure.openAiSuffix,
      tenants: all,
      subscriptions: subscriptions.map(
        ({ tenantId: _tenantId, quotaId: _quotaId, ...subscription }) => ({
          ...subscription,
          usable: acceptsWrites(subscription),
        }),
      ),
      ...chosen,
      ...(offers ? { models: offers.models.map(toModelOption) } : {}),
    };
  });
