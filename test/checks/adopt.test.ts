import { randomUUID } from 'node:crypto';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import type { Azure } from '../../server/azure/azure';
import { newRun } from '../../server/runs/run_state';
import { tick } from '../../server/runs/tick';
import { undoing, undoTick } from '../../server/runs/undo_tick';
import type { TickContext } from '../../server/runs/waiting';
import { ids } from '../azure/worlds/people';
import { aSetupRequest } from '../fakes/a_setup_request';
import { createFakeConnectors, type FakeConnectors } from '../fakes/fake_connectors';
import { startPlanner, writesTo, type Planner } from './plan_in_world';

jest.setTimeout(60_000);

let planner: Planner;
beforeAll(async () => {
  planner = await startPlanner();
});
afterAll(() => planner.stop());

const contextOf = (azure: Azure, connectors: FakeConnectors): TickContext => ({
  azure,
  connectors,
  isWanted: async () => true,
  report: (error) => {
    throw error;
  },
  signal: new AbortController().signal,
  now: () => new Date(),
  sleep: async () => undefined,
});

async function carryOut(change: Partial<SetupRequest>) {
  const azure = await planner.azureIn('established');
  const connectors = createFakeConnectors();
  const context = contextOf(azure, connectors);
  const request = aSetupRequest({ subscriptionId: ids.main, ...change });
  let run: Run = newRun(randomUUID(), request, new Date());
  for (let ticks = 0; run.status === 'running' && ticks < 5; ticks += 1) {
    ({ run } = await tick(run, context));
  }
  return { run, connectors, context };
}

const inUse = {
  resourceGroup: 'rg-search',
  accountName: 'contoso-search-openai',
  customSubDomainName: 'contoso-search-openai',
};

/** Asking for a key changes nothing. */
const changes = () => writesTo(planner.simulator).filter((asked) => !asked.includes('/listKeys'));
const things = () => {
  const { groups, accounts } = planner.simulator.state.world;
  return structuredClone({ groups, accounts });
};

describe('a run on what is there', () => {
  it('makes a connector, and nothing in Azure', async () => {
    const { run, connectors } = await carryOut({ ...inUse, deploymentName: 'chat' });
    expect(run.status).toBe('finished');
    expect(run.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['provider_registration', 'reused'],
      ['resource_group', 'reused'],
      ['account', 'reused'],
      ['model_deployment', 'reused'],
      ['connector', 'created'],
      ['first_answer', 'created'],
    ]);
    expect(changes()).toEqual([]);
    const [connector] = connectors.stored.values();
    const [account] = planner.simulator.state.world.accounts;
    expect(connector?.apiUrl).toContain('//contoso-search-openai.openai.azure.com/');
    expect(connector?.apiKey).toBe(account?.keys.key1);
  });

  it('adds a deployment where none fits, and that only', async () => {
    const { run } = await carryOut({ ...inUse, deploymentName: 'kibana' });
    expect(run.status).toBe('finished');
    expect(changes()).toEqual([
      expect.stringMatching(/^PUT .*contoso-search-openai\/deployments\/kibana\?/),
    ]);
  });

  it('is undone without touching what was there', async () => {
    const { run, connectors, context } = await carryOut({ ...inUse, deploymentName: 'chat' });
    const before = things();
    let state = { run: undoing(run), owner: { user: 'u', space: 'default' } };
    for (let ticks = 0; state.run.status === 'undoing' && ticks < 5; ticks += 1) {
      state = await undoTick(state, context);
    }
    expect(state.run.status).toBe('undone');
    expect(connectors.stored.size).toBe(0);
    expect(changes()).toEqual([]);
    expect(things()).toEqual(before);
  });
});
