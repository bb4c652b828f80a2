import type { Options, TenantOption } from '../../../common/options';
import { SetupError } from '../../../common/problem';
import { routes } from '../../../common/routes';
import type { Azure } from '../../core/azure/azure';
import type { Connectors } from '../../core/targets/connectors';
import { acceptsWrites } from '../../core/catalog/accepts_writes';
import { accountOption, accountOptions } from './account_options';
import { offeredRegions } from '../../core/catalog/offered_models';
import { regionOffers } from '../../core/catalog/region_offers';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

async function tenants(azure: Azure, current: string): Promise<TenantOption[]> {
  // Applications may not list tenants; their own is the only one they have.
  const all = await azure.tenants().catch((error: unknown) => {
    if (error instanceof SetupError) return [{ tenantId: current, displayName: current }];
    throw error;
  });
  return all.map((tenant) => ({ ...tenant, current: tenant.tenantId === current }));
}

async function ofSubscription(
  azure: Azure,
  connectors: Connectors,
  subscriptionId: string,
): Promise<Partial<Options>> {
  const callers = connectors.list();
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

/** What can be chosen, as far as the request says where. All of it is asked for at the same time. */
export const registerOptions = (context: RouteContext) =>
  defineRoute(context, routes.options, async ({ body, request }): Promise<Options> => {
    const services = await context.services();
    const { azure, connectors, session } = await signedIn(services, request, body.session);
    const { subscriptionId, location, kind = 'OpenAI', account } = body;
    if (subscriptionId && account) {
      const callers = await connectors.list();
      const accounts = await accountOption(azure, { subscriptionId, ...account }, callers);
      return { tenants: [], subscriptions: [], accounts };
    }
    const [all, subscriptions, chosen, offers] = await Promise.all([
      tenants(azure, session.tenantId),
      azure.subscriptions(),
      subscriptionId ? ofSubscription(azure, connectors, subscriptionId) : {},
      subscriptionId && location
        ? regionOffers(
            azure,
            { subscriptionId, location, kind },
            { kibanaVersion: services.facts.kibanaVersion, now: new Date() },
          )
        : undefined,
    ]);
    return {
      openAiSuffix: azure.openAiSuffix,
      tenants: all,
      subscriptions: subscriptions.map(({ tenantId: _tenantId, ...subscription }) => ({
        ...subscription,
        usable: acceptsWrites(subscription),
      })),
      ...chosen,
      ...(offers ? { models: offers.models, quotaUnreadable: offers.quotaUnreadable } : {}),
    };
  });
