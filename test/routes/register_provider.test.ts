import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ids } from '../azure';
import { answerOf, ask, problem, signIn } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';

const stage = useAzureKibana();

const recommend = (session: string) =>
  ask(stage.kibana, 'recommendation', { body: { session, useCase: 'both', fixed: {} } });
const register = async (session: string) => {
  const body = { session, subscriptionId: ids.main };
  return (await answerOf(stage.kibana, 'registerProvider', { body })).state;
};
const registrations = () =>
  stage.simulator.requests.filter(
    ({ method, path: url }) => /register\?/.test(url) && method === 'POST',
  );
const audited = async () =>
  (await readFile(path.join(stage.env.home, 'data', 'audit.log'), 'utf8'))
    .split('\n')
    .filter((line) => line.includes('azure_openai_setup_register_provider'));

it('registers once, says when Azure is done, and then there is a recommendation', async () => {
  stage.simulator.reset('unregistered_provider', { base: 'instant', registrationMs: 60_000 });
  const session = await signIn(stage.kibana);
  expect(await recommend(session)).toMatchObject(problem('provider_not_registered'));

  expect(await register(session)).toBe('registering');
  expect(await register(session)).toBe('registering');
  expect(registrations()).toHaveLength(1);
  expect(await recommend(session)).toMatchObject(problem('provider_not_registered'));

  stage.simulator.state.skewMs += 60_000;
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
  stage.simulator.reset('unregistered_provider_no_right', 'instant');
  const session = await signIn(stage.kibana);
  const body = { session, subscriptionId: ids.main };
  expect(await ask(stage.kibana, 'registerProvider', { body })).toMatchObject({
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
  stage.simulator.reset('unregistered_provider', 'instant');
  const body = { session: await signIn(stage.kibana), subscriptionId: ids.main.replace(/.$/, '0') };
  expect(await ask(stage.kibana, 'registerProvider', { body })).toMatchObject(
    problem('subscription_not_found'),
  );
  expect(registrations()).toEqual([]);
});
