import { randomUUID } from 'node:crypto';
import type { Fixed } from '../../common/recommendation';
import { SetupError } from '../../common/problem';
import type { Azure } from '../../server/core/azure/azure';
import { recommend } from '../../server/core/catalog/recommendation';
import { findOffers } from '../../server/core/catalog/find_offers';
import { newRun } from '../../server/core/workflows/engine/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { aGroup, anAccount, ids, type Simulator } from '../azure';
import { aTickContext } from '../support/builders/a_tick_context';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { createFakeTarget, fakeTargets } from '../support/fake_target';
import { usePlanner } from './plan_in_world';
import { allGranted } from '../support/builders/answers';

const planner = usePlanner();

const kibanaVersion = '9.4.0';
const now = new Date();
const target = createFakeTarget();
const advise = (azure: Azure, fixed: Fixed = {}) =>
  recommend({
    azure,
    targets: fakeTargets(target),
    useCase: 'both',
    fixed,
    now,
    kibanaVersion,
    targetFacts: allGranted(),
  });

const enter = async (arrange: (simulator: Simulator) => void = () => undefined) =>
  (await planner.enter('group_contributor', arrange)).azure;

/** Changes the account of the group. */
const itsAccount = (change: object) => (simulator: Simulator) => {
  const found = simulator.state.world.accounts.find(({ name }) => name === 'team-openai');
  Object.assign(found ?? {}, change);
};

describe('a user with permissions in one resource group only', () => {
  it('gets the account of the group recommended with its known models', async () => {
    const { request, reasons } = await advise(await enter());
    expect(request).toMatchObject({
      resourceGroup: 'rg-team',
      accountName: 'team-openai',
      customSubDomainName: 'team-openai',
      location: 'eastus2',
      kind: 'OpenAI',
      modelName: 'gpt-5.2',
    });
    expect(reasons.accountName.code).toBe('existing_account');
    expect(reasons.capacity.code).toBe('model_default_quota');
    expect([reasons.location.code, reasons.deploymentType.code]).not.toContain('most_quota');
  });

  it('keeps the account when another model of its region is chosen', async () => {
    const azure = await enter();
    const search = { azure, subscriptionId: ids.main, kind: 'OpenAI', useCase: 'both' } as const;
    const { offers, quotaUnreadable } = await findOffers({
      ...search,
      kibanaVersion,
      target: 'connector',
      now,
    });
    expect([...new Set(offers.map(({ location }) => location))]).toEqual(['eastus2']);
    expect(quotaUnreadable).toBe(true);
    const { request } = await advise(azure, { modelName: 'gpt-4.1', location: 'eastus2' });
    expect(request).toMatchObject({ accountName: 'team-openai', modelName: 'gpt-4.1' });
  });

  it.each([{}, { location: 'eastus2' }])(
    'can have an account of the other kind (%j)',
    async (fixed) => {
      const { request } = await advise(await enter(itsAccount({ kind: 'AIServices' })), fixed);
      expect(request).toMatchObject({ accountName: 'team-openai', kind: 'AIServices' });
    },
  );

  it('gets a new account in the group when they enter a name', async () => {
    const { request } = await advise(await enter(), { accountName: 'mine', location: 'eastus2' });
    expect(request).toMatchObject({ accountName: 'mine', resourceGroup: 'rg-team' });
    expect(request.customSubDomainName).not.toBe('team-openai');
  });

  it.each([
    ['no account', ({ state }: Simulator) => void (state.world.accounts = [])],
    ['one that is not ready', itsAccount({ failure: { code: 'Broken', message: 'Broken.' } })],
  ])('sees the missing permission when the group has %s', async (_what, arrange) => {
    const refused = await advise(await enter(arrange)).catch((error: unknown) => error);
    expect(refused instanceof SetupError && refused.problem).toMatchObject({
      code: 'authorization_failed',
      detail: { action: 'Microsoft.CognitiveServices/skus/read' },
    });
  });

  it('sets up and removes, and leaves the account unchanged', async () => {
    const azure = await enter();
    const { request } = await advise(azure);
    const before = structuredClone(planner.simulator.state.world.accounts);
    const context = aTickContext(azure, target, planner.simulator.state);
    const run = await carryOut(newRun(setUp, randomUUID(), request, now), context);
    expect([run.status, run.problem]).toEqual(['finished', undefined]);
    expect(run.answer?.text).toBeTruthy();
    const undone = await carryOutUndo(run, context);
    expect([undone.status, undone.problem]).toEqual(['undone', undefined]);
    expect(planner.simulator.state.world.accounts).toEqual(before);
  });
});

describe('a recommended group', () => {
  it('is one in which the user has permissions, not the first of the list', async () => {
    const { azure } = await planner.enter('group_contributor_reader', ({ state }) => {
      state.world.groups.unshift(aGroup('a-first-group', 'eastus2'));
      state.world.accounts.unshift(anAccount('a-first-account', 'a-first-group'));
    });
    expect((await advise(azure)).request.resourceGroup).toBe('rg-team');
  });
});
