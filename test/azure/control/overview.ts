import { accountState } from '../arm/accounts/account_state';
import { deploymentState } from '../arm/accounts/deployments/deployment_state';
import { pendingGrants } from '../entra/device_grants';
import { criticalPathMs } from '../speed';
import type { SimulatorState } from '../state';
import { worldNames, worlds } from '../worlds/worlds';
import { escapeHtml, htmlPage, htmlTable } from './html';
import { settingsForms } from './settings_page';

/** All resources, without secrets, for the overview page. */
export const overview = (state: SimulatorState) => ({
  world: state.worldName,
  description: state.world.description,
  speed: state.speed,
  delays: state.delays,
  criticalPathMs: criticalPathMs(state.delays),
  switches: state.switches,
  faults: state.faults,
  users: state.world.users.map(({ upn, displayName }) => ({ upn, displayName })),
  pendingDeviceCodes: pendingGrants(state).map(({ userCode, expiresAt }) => ({
    userCode,
    expiresAt: new Date(expiresAt).toISOString(),
  })),
  subscriptions: state.world.subscriptions.map(
    ({ subscriptionId, displayName, state: life, tenantId }) => ({
      subscriptionId,
      displayName,
      state: life,
      tenantId,
    }),
  ),
  resourceGroups: state.world.groups.map(({ subscriptionId, name, location, tags }) => ({
    subscriptionId,
    name,
    location,
    tags,
  })),
  accounts: state.world.accounts.map((account) => ({
    subscriptionId: account.subscriptionId,
    resourceGroup: account.groupName,
    name: account.name,
    kind: account.kind,
    location: account.location,
    state: account.deletedAt === undefined ? accountState(state, account) : 'Deleted',
    subdomain: account.customSubDomainName,
    tags: account.tags,
    deployments: account.deployments.map((deployment) => ({
      name: deployment.name,
      model: deployment.model,
      sku: deployment.sku,
      state: deploymentState(state, deployment),
      tags: deployment.tags,
    })),
  })),
  requests: state.requests.length,
});

export const worldList = () =>
  worldNames.map((name) => ({ name, description: worlds[name]().description }));

/** The overview page of the simulated Azure. */
export function overviewPage(state: SimulatorState): string {
  const view = overview(state);
  return htmlPage(
    'Simulated Azure',
    `<h2>Sign-ins that wait for a person</h2>
${htmlTable(
  ['Code', 'Expires'],
  view.pendingDeviceCodes.map(({ userCode, expiresAt }) => [userCode, expiresAt]),
)}
<p><a href="/device">Enter a code</a></p>
<h2>World and speed</h2>
<p><strong>${escapeHtml(view.world)}:</strong> ${escapeHtml(view.description)}</p>
<p>At this speed, a new setup cannot be faster than ${(view.criticalPathMs / 1_000).toFixed(1)} seconds.</p>
${settingsForms(state)}
<h2>Resource groups</h2>
${htmlTable(
  ['Name', 'Region'],
  view.resourceGroups.map(({ name, location }) => [name, location]),
)}
<h2>Accounts</h2>
${htmlTable(
  ['Name', 'Group', 'Kind', 'Region', 'State'],
  view.accounts.map((account) => [
    account.name,
    account.resourceGroup,
    account.kind,
    account.location,
    account.state,
  ]),
)}
<h2>Deployments</h2>
${htmlTable(
  ['Name', 'Account', 'Model', 'Type', 'Units', 'State'],
  view.accounts.flatMap((account) =>
    account.deployments.map(({ name, model, sku, state: life }) => [
      name,
      account.name,
      `${model.name} ${model.version}`,
      sku.name,
      String(sku.capacity),
      life,
    ]),
  ),
)}`,
  );
}
