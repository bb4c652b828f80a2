import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ids } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, ask, problem, signIn } from './ask';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';

let env: AzureKibana;
let kibana: Kibana;
beforeAll(async () => {
  env = await setUpAzureKibana();
  kibana = await env.start();
});
afterAll(() => env.clear());

const recommend = (session: string) =>
  ask(kibana, 'recommendation', { body: { session, useCase: 'both', fixed: {} } });
const register = async (session: string) => {
  const body = { session, subscriptionId: ids.main };
  return (await answerOf(kibana, 'registerProvider', { body })).state;
};
const registrations = () =>
  env.simulator.requests.filter(
    ({ method, path: url }) => /register\?/.test(url) && method === 'POST',
  );
const audited = async () =>
  (await readFile(path.join(env.home, 'data', 'audit.log'), 'utf8'))
    .split('\n')
    .filter((line) => line.includes('azure_openai_setup_register_provider'));

it('registers once, says when Azure is done, and then there is a recommendation', async () => {
  env.simulator.reset('unregistered_provider', { base: 'instant', registrationMs: 60_000 });
  const session = await signIn(kibana);
  expect(await recommend(session)).toMatchObject(problem('provider_not_registered'));

  expect(await register(session)).toBe('registering');
  expect(await register(session)).toBe('registering');
  expect(registrations()).toHaveLength(1);
  expect(await recommend(session)).toMatchObject(problem('provider_not_registered'));

  env.simulator.state.skewMs += 60_000;
  expect(await register(session)).toBe('registered');
  expect(await recommend(session)).toMatchObject({
    status: 200,
    body: { request: { subscriptionId: ids.main } },
  });
  expect(await register(session)).toBe('registered');
  expect(registrations()).toHaveLength(1);

  const events = await audited();
  expect(events).toHaveLength(1);
  expect(events[0]).toContain(ids.main);
  expect(events[0]).not.toContain(session);
});

it('names the missing permission', async () => {
  env.simulator.reset('unregistered_provider_no_right', 'instant');
  const session = await signIn(kibana);
  const body = { session, subscriptionId: ids.main };
  expect(await ask(kibana, 'registerProvider', { body })).toMatchObject({
    status: 422,
    body: {
      attributes: {
        problem: {
          code: 'authorization_failed',
          detail: {
            action: 'Microsoft.CognitiveServices/register/action',
            scope: `/subscriptions/${ids.main}`,
          },
        },
      },
    },
  });
});

it('answers 404 for a subscription of another user', async () => {
  env.simulator.reset('unregistered_provider', 'instant');
  const body = { session: await signIn(kibana), subscriptionId: ids.main.replace(/.$/, '0') };
  expect(await ask(kibana, 'registerProvider', { body })).toMatchObject(
    problem('subscription_not_found'),
  );
  expect(registrations()).toEqual([]);
});
