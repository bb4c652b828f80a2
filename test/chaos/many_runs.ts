import { randomUUID } from 'node:crypto';
import { answerOf, signIn } from '../routes/support/ask';
import { setUpAzureKibana } from '../routes/support/azure_kibana';
import { atRest, quickTasks } from '../routes/support/run_stage';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { crash } from './cells';
import { difference, everything } from './inventory';
import { endOf, type Row } from './judge';

const settings = { ...quickTasks, 'host.taskTimeScale': 1 };

/** Concurrent runs on two nodes: all finish, and all are undone. */
export async function manyRuns(count = 50): Promise<Row> {
  const env = await setUpAzureKibana();
  const row = {
    matrix: 'many runs',
    call: `${count} at once`,
    fault: 'two nodes',
    lasting: 'once',
  } as const;
  try {
    const nodes = [
      await env.start({ settings }),
      await env.start({ settings, nodeName: 'second' }),
    ];
    const before = await everything(env);
    const [subscription] = env.simulator.state.world.subscriptions;
    if (subscription) subscription.quota = { limit: 100_000, limits: {}, used: {} };
    const nodeOf = (index: number) => {
      const node = nodes[index % nodes.length];
      if (!node) throw new Error('no node');
      return node;
    };
    const session = await signIn(nodeOf(0));
    const ids = Array.from({ length: count }, () => randomUUID());
    const startedAt = Date.now();
    const carry = async (index: number, runId: string) => {
      const name = `kibana-${index}`;
      const names = { resourceGroup: name, accountName: name, customSubDomainName: name };
      // A region has room for 30 accounts.
      const location = index % 2 === 0 ? 'eastus2' : 'swedencentral';
      const request = aSetupRequest({ ...names, location, targetName: name, capacity: 1 });
      await answerOf(nodeOf(index), 'startRun', { body: { session, runId, request } });
      return atRest(nodeOf(index + 1), runId);
    };
    const runs = await Promise.all(ids.map((runId, index) => carry(index, runId)));
    const setUpMs = Date.now() - startedAt;
    const undoOne = async (index: number, runId: string) => {
      const body = { session, dryRun: false };
      await answerOf(nodeOf(index), 'undoRun', { runId, body });
      return atRest(nodeOf(index), runId);
    };
    const undone = await Promise.all(ids.map((runId, index) => undoOne(index, runId)));
    const bad = [
      ...runs.filter(({ status }) => status !== 'finished'),
      ...undone.filter(({ status }) => status !== 'undone'),
    ].map(endOf);
    const left = difference(before, await everything(env));
    const end = `set up in ${setUpMs} ms, undone in ${Date.now() - startedAt - setUpMs} ms`;
    const wrong = [...new Set(bad), ...left].slice(0, 5).join(', ');
    return { ...row, end, ...(wrong && { wrong }) };
  } catch (error) {
    return { ...row, end: 'throws', wrong: crash(error) };
  } finally {
    await env.clear();
  }
}
