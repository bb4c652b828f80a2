import { randomUUID } from 'node:crypto';
import type { Simulator } from '../azure';
import { isRecord } from '../../common/values/json';
import type { Kibana } from '../kibana';
import { ask, signIn, type Answer } from '../routes/support/ask';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { validInput } from '../routes/support/valid_input';
import { count, judge, newTally, timed, type Finding, type Tally } from './findings';
import { hostile } from './hostile_answers';
import { createRandom, type Random } from './random';

interface RoundOptions {
  seed: number;
  rounds: number;
  as: string;
}

const worlds = [
  'empty',
  'established',
  'group_contributor',
  'policy_tag',
  'soft_deleted_twin',
] as const;
const reads = ['options', 'offers', 'recommendation', 'prices', 'plan'] as const;

/** Number of looks at a run before its removal, with or without hostile answers. */
const looks = 4;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts and undoes one run while Azure's responses are hostile. */
async function runAndUndo(call: Call, session: string): Promise<void> {
  const runId = randomUUID();
  const started = await call('startRun', { body: { session, runId, request: aSetupRequest() } });
  if (started.status !== 200) return;
  for (let look = 0; look < looks; look += 1) {
    await pause(50);
    await call('run', { runId });
  }
  await call('undoRun', { runId, body: { session, dryRun: true } });
  await call('undoRun', { runId, body: { session, dryRun: false } });
  await call('resumeRun', { runId, body: { session } });
  await call('run', { runId });
}

type Call = (name: Parameters<typeof ask>[1], input: Parameters<typeof ask>[2]) => Promise<Answer>;

async function signInSomehow(call: Call, random: Random): Promise<void> {
  const started = await call('signIn', { body: { kind: 'device_code', cloud: 'public' } });
  const device = isRecord(started.body) ? started.body.session : undefined;
  if (typeof device === 'string') await call('pollSignIn', { body: { session: device } });
  if (random.chance(0.2)) await call('signIn', validInput('signIn', ''));
}

/** Rounds in which Azure's answers are hostile: reads, signing in, and runs with their removal. */
export async function fuzzRounds(
  kibana: Kibana,
  simulator: Simulator,
  { seed, rounds, as }: RoundOptions,
) {
  const findings: Finding[] = [];
  const tallies = new Map<string, Tally>();
  let session = '';
  for (let round = 0; round < rounds; round += 1) {
    const random = createRandom(seed + round * 104_729);
    if (round % 50 === 0) {
      delete simulator.state.rewrite;
      simulator.reset(random.pick(worlds), 'instant');
      session = await signIn(kibana, { as });
    }
    const call: Call = async (name, input) => {
      const { answer, milliseconds } = await timed(() => ask(kibana, name, { ...input, as }));
      const tally = tallies.get(name) ?? newTally();
      tallies.set(name, tally);
      count(tally, answer, milliseconds);
      const where = `--seed=${seed} round ${round} (${name})`;
      findings.push(...judge(answer, milliseconds).map((what) => ({ where, what })));
      return answer;
    };
    simulator.state.rewrite = hostile(random, random.pick([0.05, 0.3, 1]));
    if (round % 10 === 9) await runAndUndo(call, session);
    else if (round % 10 === 4) await signInSomehow(call, random);
    else {
      const name = random.pick(reads);
      await call(name, validInput(name, session));
    }
  }
  delete simulator.state.rewrite;
  return { findings, tallies };
}
