import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { SetupRequest } from '../../common/setup_request';
import { ids, type WorldName, worldNames } from '../azure';
import { blockers } from '../checks/blockers';
import { team } from '../checks/expected';
import { expectedWorlds } from '../checks/expected_worlds';
import { aSetupRequest } from '../support/builders/a_setup_request';
import type { Kibana } from '../kibana';
import { createConnector } from '../routes/support/kibana_apis';
import { aPerson, signInWithSecret, type Person } from './support/person';
import { oldestKibana, pageUrl, useStage } from './support/stage';

const stage = useStage({ version: oldestKibana });
let page: Page;
afterEach(() => page.context().close());

const codeOf = (blocker: string) => blocker.split(' ').at(-1) ?? '';
const isFoundIn = (found: readonly string[], blocker: string) =>
  found.some((line) => line.replace(/:.*/, '') === blocker);

interface Scene {
  blocker: string;
  world: WorldName;
  request: Partial<SetupRequest>;
}

const publicWorlds = worldNames.filter((world) => !['us_government', 'china'].includes(world));
const stagings = publicWorlds.flatMap((world) =>
  expectedWorlds[world].map((expected) => ({ world, request: {}, ...expected })),
);

/** The first world and request in which the tables have the blocker. */
const scenes = blockers.flatMap((blocker): Scene[] => {
  const found = stagings.find((staging) => isFoundIn(staging.found, blocker));
  return found ? [{ blocker, world: found.world, request: found.request }] : [];
});

/** Tested separately, below or in `blockers.test.ts`. */
const elsewhere = [
  'connector_privilege fail connector_privilege_missing',
  'allowed_host fail host_not_allowed',
  'connector_name warn connector_name_used',
  'endpoint_reach warn endpoint_unreachable',
  'endpoint_reach warn endpoint_untrusted',
  'signed_in warn session_expires_soon',
];

const saidBefore: Readonly<Record<string, string>> = {
  subscription_not_found: 'authorization_failed',
  model_not_offered: 'no_model_available',
  deployment_type_not_supported: 'no_model_available',
};

const storageKey = 'azureOpenaiSetup.draft.3:';

/** A page on which a person has chosen all of this before. */
async function withChoices(request: Partial<SetupRequest>, on = stage.kibana): Promise<Person> {
  const name = request.accountName ?? `kibana-${randomUUID().slice(0, 8)}`;
  const values = {
    ...aSetupRequest({ accountName: name, customSubDomainName: name }),
    ...request,
  };
  const draft = { useCase: 'both', values, inherited: [], tenantId: ids.contoso };
  const sessionStorage = { [storageKey]: JSON.stringify(draft) };
  page = await stage.open(pageUrl, { on, sessionStorage });
  return aPerson(page);
}

/** Blocking problems are on the screen; the others are in the list of checks. */
async function showsProblem(person: Person, problem: ReturnType<Page['locator']>): Promise<void> {
  // The sign-in screen can say the same before.
  await person.find('screen-plan').waitFor();
  const badge = person.find('checksBadge');
  await problem.or(badge).first().waitFor();
  if (!(await problem.isVisible())) await badge.click();
  await problem.waitFor();
}

it.each(scenes)('$blocker', async ({ blocker, world, request }) => {
  stage.simulator.reset(world, 'instant');
  const person = await withChoices(request);
  await signInWithSecret(person);
  const code = codeOf(blocker);
  const problem = person.find(`problem-${saidBefore[code] ?? code}`).first();
  await showsProblem(person, problem);
  expect((await problem.innerText()).length).toBeGreaterThan(60);
  const written = stage.simulator.requests.filter(({ method }) =>
    ['PUT', 'PATCH', 'DELETE'].includes(method),
  );
  expect(written).toEqual([]);
});

const faultsOfKibana: Array<[blocker: string, settings: Record<string, unknown>]> = [
  [
    'kibana_secrets fail encryption_key_missing',
    { 'xpack.encryptedSavedObjects.encryptionKey': undefined },
  ],
  ['license fail license_insufficient', { 'host.license': 'basic' }],
  [
    'connector_type fail connector_type_disabled',
    { 'xpack.actions.enabledActionTypes': ['.email'] },
  ],
  ['api_keys fail api_keys_disabled', { 'xpack.security.authc.api_key.enabled': false }],
];

it.each(faultsOfKibana)('%s: before sign-in', async (blocker, settings) => {
  page = await stage.open(pageUrl, { on: await stage.addNode(settings) });
  expect((await aPerson(page).sees(`problem-${codeOf(blocker)}`)).length).toBeGreaterThan(60);
});

async function saidInPlan(
  code: string,
  { request = {}, on }: { request?: Partial<SetupRequest>; on?: Kibana },
): Promise<string> {
  const person = await withChoices(request, on);
  await signInWithSecret(person);
  const problem = person.find(`problem-${code}`).first();
  await showsProblem(person, problem);
  return problem.innerText();
}

it('allowed_host fail host_not_allowed', async () => {
  stage.simulator.reset('empty', 'instant');
  const on = await stage.addNode({ 'xpack.actions.allowedHosts': ['example.org'] });
  expect(await saidInPlan('host_not_allowed', { on })).toMatch(/xpack\.actions\.allowedHosts/);
});

it('connector_name warn connector_name_used', async () => {
  stage.simulator.reset('empty', 'instant');
  const name = 'Azure OpenAI - twice';
  const config = { apiProvider: 'Azure OpenAI', apiUrl: 'https://other.openai.azure.com/' };
  await createConnector(stage.kibana, randomUUID(), name, config);
  expect(await saidInPlan('connector_name_used', { request: { targetName: name } })).toMatch(name);
});

it('endpoint_reach warn endpoint_unreachable', async () => {
  stage.simulator.reset('empty', 'instant');
  const on = await stage.addNode({ 'xpack.actions.proxyUrl': 'http://127.0.0.1:9' });
  expect(await saidInPlan('endpoint_unreachable', { on })).toMatch(/openai\.azure\.com/);
});

it('endpoint_reach warn endpoint_untrusted', async () => {
  stage.simulator.reset('group_contributor_reader', 'instant');
  const on = await stage.addNode({}, {});
  const said = await saidInPlan('endpoint_untrusted', { request: team, on });
  expect(said).toMatch(/team-openai\.openai\.azure\.com[^]*NODE_EXTRA_CA_CERTS/);
});

it('signed_in warn session_expires_soon', async () => {
  stage.simulator.reset('empty', 'instant');
  stage.simulator.state.world.tokenLifeMs = 8 * 60_000;
  expect(await saidInPlan('session_expires_soon', {})).toMatch(/[567] minutes/);
});

it('every one of them is shown in the browser', () => {
  const shown = [
    ...scenes.map(({ blocker }) => blocker),
    ...faultsOfKibana.map(([blocker]) => blocker),
    ...elsewhere,
  ];
  expect([...shown].sort()).toEqual([...blockers].sort());
});
