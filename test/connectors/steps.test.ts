import { type Problem, problemWith } from '../../common/problem';
import type { SimAccount } from '../azure';
import type { Answer } from '../../server/core/targets/target';
import { newRun } from '../../server/core/workflows/engine/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { aTickContext } from '../support/builders/a_tick_context';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { azureInProcess } from '../support/azure_in_process';
import { createFakeTarget } from '../support/fake_target';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
/** Network rules of an account that let only these addresses in. */
const only = (...addresses: string[]): Partial<SimAccount> => ({
  networkAcls: {
    defaultAction: 'Deny',
    ipRules: addresses.map((value) => ({ value })),
    virtualNetworkRules: [],
  },
});

function aStage(times: Partial<Record<'answers', Answer[]>> = {}) {
  const azure = azureInProcess();
  const target = createFakeTarget();
  target.answers.push(...(times.answers ?? []));
  const context = aTickContext(azure, target, azure.state);
  return { azure, target, context, run: newRun(setUp, runId, aSetupRequest(), new Date()) };
}

const refusal = (status: 'propagating' | 'refused_network' | 'failed', code: Problem['code']) =>
  ({ status, problem: problemWith(code) }) as const;
const often = <T>(value: T) => Array.from({ length: 400 }, () => value);

describe('HTTP 403 of the endpoint', () => {
  it.each<[Partial<SimAccount>, Problem['code']]>([
    [{}, 'network_refused'],
    [only('203.0.113.9'), 'network_rules_block'],
    [only(), 'network_rules_block'],
    [{ publicNetworkAccess: 'Disabled' }, 'public_access_disabled'],
    [{ disableLocalAuth: true }, 'keys_disabled'],
  ])('from an account with %j is %s', async (change, code) => {
    const { azure, target, context, run } = aStage();
    const ask = target.ask;
    target.ask = async (id) => {
      Object.assign(azure.world.accounts[0] ?? {}, change);
      return ask(id);
    };
    target.answers.push(...often(refusal('refused_network', 'network_rules_block')));
    const { status, problem } = await carryOut(run, context);
    expect([status, problem?.code, problem?.field]).toEqual(['blocked', code, 'accountName']);
  });

  it('stops the run after a minute when the network rules leave Kibana out', async () => {
    const { azure, target, context, run } = aStage();
    const ask = target.ask;
    target.ask = async (id) => {
      Object.assign(azure.world.accounts[0] ?? {}, only('203.0.113.9'));
      return ask(id);
    };
    target.answers.push(...often(refusal('refused_network', 'network_rules_block')));
    const { status, steps } = await carryOut(run, context);
    const startedAt = steps.find(({ step }) => step === 'first_answer')?.startedAt ?? '';
    expect(status).toBe('blocked');
    expect(context.now().getTime() - Date.parse(startedAt)).toBeLessThan(2 * 60_000);
  });

  it('that passes while rules spread does not stop the run', async () => {
    const answers = [refusal('refused_network', 'network_rules_block')];
    const { context, run } = aStage({ answers });
    expect((await carryOut(run, context)).status).toBe('finished');
  });
});

describe('a first answer', () => {
  it('times out with a problem', async () => {
    const answers = often(refusal('propagating', 'answer_slow'));
    const { context, run } = aStage({ answers });
    expect(await carryOut(run, context)).toMatchObject({
      status: 'blocked',
      problem: { code: 'answer_slow' },
    });
  });

  it('that waits for the key gives the connector the present key once', async () => {
    const answers = [1, 2, 3].map(() => refusal('propagating', 'key_rejected'));
    const { target, context, run } = aStage({ answers });
    const updates: string[] = [];
    const update = target.update;
    target.update = async (one) => {
      if ('apiKey' in one.auth) updates.push(one.auth.apiKey);
      return update(one);
    };
    expect((await carryOut(run, context)).status).toBe('finished');
    expect(updates).toHaveLength(1);
  });

  it('of a deployment that is gone says so', async () => {
    const { azure, target, context, run } = aStage();
    target.ask = async () => {
      for (const account of azure.world.accounts) account.deployments = [];
      return refusal('propagating', 'deployment_not_found');
    };
    expect(await carryOut(run, context)).toMatchObject({
      status: 'blocked',
      problem: { code: 'resource_not_found', detail: { name: 'gpt-5.2' } },
    });
  });

  it('of a connector that was deleted meanwhile comes from a new one', async () => {
    const answers = [refusal('propagating', 'answer_busy')];
    const { target, context, run } = aStage({ answers });
    const ask = target.ask;
    target.ask = async (id) => {
      const said = await ask(id);
      if (said.status !== 'answered') target.stored.clear();
      return said;
    };
    expect((await carryOut(run, context)).status).toBe('finished');
    expect([...target.stored.keys()]).toEqual([runId]);
  });

  it('of another model is an answer, with a warning', async () => {
    const answer = { text: 'Hi', model: 'gpt-4o-2024-11-20', promptTokens: 1, completionTokens: 1 };
    const { context, run } = aStage({ answers: [{ status: 'answered', answer }] });
    const done = await carryOut(run, context);
    expect(done.answer?.probes).toMatchObject([
      {
        probe: 'model',
        status: 'fail',
        problem: { code: 'answer_other_model', detail: { expected: 'gpt-5.2' } },
      },
      { probe: 'stream', status: 'pass' },
      { probe: 'tools', status: 'pass' },
    ]);
  });
});

describe('a connector that a person changed', () => {
  const elsewhere =
    'https://other.openai.azure.com/openai/deployments/gpt-5.2/chat/completions?api-version=1';

  async function finished(change: { url?: string; name?: string }) {
    const stage = aStage();
    const run = await carryOut(stage.run, stage.context);
    const found = stage.target.stored.get(runId);
    if (found) stage.target.stored.set(runId, { ...found, ...change });
    return { ...stage, run };
  }

  it('to another address is not deleted, and undo says so', async () => {
    const { target, context, run } = await finished({ url: elsewhere });
    const undone = await carryOutUndo(run, context);
    expect(target.stored.get(runId)?.url).toBe(elsewhere);
    expect(undone.steps.find(({ step }) => step === 'target')).toMatchObject({
      status: 'kept',
      problem: { code: 'connector_changed' },
    });
  });

  it.each<[string, (url: string) => { url?: string; name?: string }]>([
    ['in its name', () => ({ name: 'Our model' })],
    [
      'in the version of the API',
      (url) => ({ url: url.replace(/version=.*/, 'version=2024-10-21') }),
    ],
  ])('%s is still the one of the run', async (_what, change) => {
    const stage = aStage();
    const done = await carryOut(stage.run, stage.context);
    const found = stage.target.stored.get(runId);
    if (!found) throw new Error('no connector');
    stage.target.stored.set(runId, { ...found, ...change(found.url) });
    const undone = await carryOutUndo(done, stage.context);
    expect(stage.target.stored.size).toBe(0);
    expect(undone.steps.find(({ step }) => step === 'target')?.status).toBe('removed');
  });

  it('stops the run with a named problem while the run continues', async () => {
    const { target, context, run } = aStage({
      answers: [refusal('propagating', 'answer_busy')],
    });
    const ask = target.ask;
    target.ask = async (id) => {
      const found = target.stored.get(id);
      if (found) target.stored.set(id, { ...found, url: elsewhere });
      return ask(id);
    };
    expect(await carryOut(run, context)).toMatchObject({
      status: 'blocked',
      problem: { code: 'connector_changed' },
    });
    expect(target.stored.get(runId)?.url).toBe(elsewhere);
  });
});
