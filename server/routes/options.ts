import type { AccountOption, Options, TenantOption } from '../../common/options';
import { routes } from '../../common/routes';
import type { Account, Azure } from '../azure/azure';
import { hostOf } from '../azure/transport_errors';
import type { Connectors, OpenAiConnector } from '../connectors/connectors';
import { acceptsWrites } from '../models/accepts_writes';
import { offeredRegions } from '../models/offered_models';
import { regionOffers } from '../models/region_offers';
import { defineRoute } from './define_route';
import { signedIn, type RouteContext } from './route_context';

/** Accounts whose deployments are listed; one call each. */
const accountsWithDeployments = 25;

async function tenants(azure: Azure, current: string): Promise<TenantOption[]> {
  // Applications may not list tenants; their own is the only one they have.
  const all = await azure.tenants().catch(() => [{ tenantId: current, displayName: current }]);
  return all.map((tenant) => ({ ...tenant, current: tenant.tenantId === current }));
}

/** Names of the connectors that call the account. */
function callersOf(account: Account, connectors: readonly OpenAiConnector[]): string[] {
  const host = hostOf(account.openAiEndpoint ?? '');
  return connectors
    .filter(({ apiUrl = '' }) => hostOf(apiUrl) !== '' && hostOf(apiUrl) === host)
    .map(({ name }) => name);
}

async function toOption(azure: Azure, subscriptionId: string, account: Account, index: number) {
  const { resourceGroup, accountName, kind, location, state, customSubDomainName } = account;
  if (kind !== 'OpenAI' && kind !== 'AIServices') return [];
  const ref = { subscriptionId, resourceGroup, accountName };
  const listed = index < accountsWithDeployments && state === 'Succeeded';
  const deployments = listed ? await azure.deployments(ref).catch(() => []) : [];
  const option: AccountOption = {
    resourceGroup,
    accountName,
    kind,
    location,
    state,
    customSubDomainName,
    networkAccess: account.networkAccess,
    keyAccess: !account.keysDisabled,
    usedBy: [],
    deployments: deployments.map(({ deploymentName, tags: _tags, ...deployment }) => ({
      name: deploymentName,
      ...deployment,
    })),
  };
  return [option];
}

async function ofSubscription(
  azure: Azure,
  connectors: Connectors,
  subscriptionId: string,
): Promise<Partial<Options>> {
  const [groups, locations, accounts, callers] = await Promise.all([
    azure.resourceGroups(subscriptionId),
    offeredRegions(azure, subscriptionId, 'OpenAI'),
    azure.accounts(subscriptionId),
    connectors.list(),
  ]);
  const options = await Promise.all(
    accounts.map(async (account, index) => {
      const found = await toOption(azure, subscriptionId, account, index);
      return found.map((option) => ({ ...option, usedBy: callersOf(account, callers) }));
    }),
  );
  return {
    resourceGroups: groups.map(({ name, location }) => ({ name, location })),
    locations,
    accounts: options.flat(),
  };
}

/** What can be chosen, as far as the request says where. All of it is asked for at the same time. */
export const registerOptions = (context: RouteContext) =>
  defineRoute(context, routes.options, async ({ body, request }): Promise<Options> => {
    const services = await context.services();
    const { azure, connectors, session } = await signedIn(services, request, body.session);
    const { subscriptionId, location, kind = 'OpenAI' } = body;
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
