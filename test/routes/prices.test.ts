import * as v from 'valibot';
import { credentials, type Fault, ids } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, asApplication, ask, signIn } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { validInput } from './support/valid_input';

let env: AzureKibana;
let kibana: Kibana;
beforeAll(async () => {
  env = await setUpAzureKibana();
});
// A separate node for each test, because reads and failures are cached.
beforeEach(async () => {
  env.simulator.reset('empty', 'instant');
  kibana = await env.start();
});
afterEach(() => kibana.stop());
afterAll(() => env.clear());

const read = async () => answerOf(kibana, 'prices', validInput('prices', await signIn(kibana)));
const priceRequests = () =>
  env.simulator.requests.filter(
    ({ host, method }) => host === 'prices.azure.com' && method === 'GET',
  );

it('prices answers with the prices of the model, through Kibana’s proxy setting, and sends no token', async () => {
  const expected = { prices: { currency: 'USD', input: 1.75, output: 14 } };
  expect(await read()).toEqual(expected);
  expect(priceRequests()).toHaveLength(2);
  expect(priceRequests().map(({ authorization }) => authorization)).toEqual(['none', 'none']);
  expect(await read()).toEqual(expected);
  expect(priceRequests()).toHaveLength(2);
});

it.each(['no_meter_ids', 'price_list_unreachable', 'price_unit_unknown'] as const)(
  'prices answers with no price in the world %s',
  async (world) => {
    env.simulator.reset(world, 'instant');
    expect(await read()).toEqual({});
  },
);

it.each([
  ['us_government', 'usGovernment', ids.government, 'usgovvirginia'],
  ['china', 'china', ids.china, 'chinanorth3'],
] as const)(
  'prices answers with no price, and calls no list, in the cloud %s',
  async (world, cloud, tenant, location) => {
    env.simulator.reset(world, 'instant');
    const body = { ...asApplication({ ...credentials.good, tenant }), cloud };
    const answer = await ask(kibana, 'signIn', { body });
    const { session } = v.parse(v.object({ session: v.string() }), answer.body);
    const deployment = {
      ...{ modelName: 'gpt-4o', modelVersion: '2024-11-20', deploymentType: 'Standard' },
      ...{ session, subscriptionId: ids.main, kind: 'OpenAI', location },
    };
    expect(await answerOf(kibana, 'prices', { body: deployment })).toEqual({});
    expect(priceRequests()).toEqual([]);
  },
);

const faults: ReadonlyArray<[string, Fault['action']]> = [
  ['a page of a gateway', { html: 200 }],
  ['a refusal', { status: 500, code: 'Down', message: 'No.' }],
  ['silence', { hangMs: 60_000 }],
  ['an excessive answer', { hugeBytes: 30_000_000 }],
  ['pages without an end', 'endless_pages'],
];
it.each(faults)(
  'prices answers with no price, and plans work, if the list gives %s',
  async (_what, action) => {
    env.simulator.state.faults = [{ match: { host: 'prices' }, action }];
    expect(await read()).toEqual({});
    const session = await signIn(kibana);
    for (const name of ['recommendation', 'plan'] as const) {
      expect(await ask(kibana, name, validInput(name, session))).toMatchObject({ status: 200 });
    }
    expect(await env.failures()).toEqual([]);
  },
);
