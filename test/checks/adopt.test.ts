import { randomUUID } from 'node:crypto';
import type { SetupRequest } from '../../common/setup_request';
import { newRun } from '../../server/core/workflows/engine/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { aTickContext } from '../support/builders/a_tick_context';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { createFakeTarget } from '../support/fake_target';
import { usePlanner, writesTo } from './plan_in_world';

const planner = usePlanner();

async function adopt(change: Partial<SetupRequest>) {
  const azure = await planner.azureIn('established');
  const target = createFakeTarget();
  const start = new Date();
  const context = aTickContext(azure, target, planner.simulator.state);
  const request = aSetupRequest(change);
  const run = await carryOut(newRun(setUp, randomUUID(), request, start), context);
  return { run, target, context };
}

const inUse = {
  resourceGroup: 'rg-search',
  accountName: 'contoso-search-openai',
  customSubDomainName: 'contoso-search-openai',
};

/** Asking for a key changes nothing. */
const changes = () => writesTo(planner.simulator).filter((write) => !write.includes('/listKeys'));
const resources = () => {
  const { groups, accounts } = planner.simulator.state.world;
  return structuredClone({ groups, accounts });
};

describe('a run on existing resources', () => {
  it('creates a connector and nothing in Azure when account and deployment exist', async () => {
    const { run, target } = await adopt({ ...inUse, deploymentName: 'chat' });
    expect(run.status).toBe('finished');
    expect(run.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['provider_registration', 'reused'],
      ['resource_group', 'reused'],
      ['account', 'reused'],
      ['model_deployment', 'reused'],
      ['target', 'created'],
      ['first_answer', 'created'],
    ]);
    expect(changes()).toEqual([]);
    const [connector] = target.stored.values();
    const [account] = planner.simulator.state.world.accounts;
    expect(connector?.url).toContain('//contoso-search-openai.openai.azure.com/');
    expect(connector?.auth).toEqual({ apiKey: account?.keys.key1 });
  });

  it('creates only a deployment when none fits', async () => {
    const { run } = await adopt({ ...inUse, deploymentName: 'kibana' });
    expect(run.status).toBe('finished');
    expect(changes()).toEqual([
      expect.stringMatching(/^PUT .*contoso-search-openai\/deployments\/kibana\?/),
    ]);
  });

  it('leaves existing resources when it is undone', async () => {
    const { run, target, context } = await adopt({ ...inUse, deploymentName: 'chat' });
    const before = resources();
    const undone = await carryOutUndo(run, context);
    expect(undone.status).toBe('undone');
    expect(target.stored.size).toBe(0);
    expect(changes()).toEqual([]);
    expect(resources()).toEqual(before);
  });
});
