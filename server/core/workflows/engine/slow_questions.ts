import type { Probe } from '../../../../common/run';
import type { TargetKind } from '../../../../common/targets/targets';
import { withEach } from '../../targets/each_target';
import type { Answer, Target, Targets } from '../../targets/target';

/** Maximum number of remembered questions per kind and node. */
const remembered = 100;

/** Time that an answer is kept for the next tick, in milliseconds; far longer than the pause between ticks. */
const keptFor = 10 * 60_000;

/** Deduplicates calls by key. Keeps only useful answers. */
function createMemory<T>(isKept: (answer: T) => boolean) {
  const questions = new Map<string, { at: number; answer: Promise<T> }>();

  function forgetOld() {
    const since = Date.now() - keptFor;
    for (const [key, { at }] of questions) {
      if (at < since || questions.size >= remembered) questions.delete(key);
    }
  }

  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const present = questions.get(key);
    if (present) return present.answer;
    forgetOld();
    const answer = ask();
    questions.set(key, { at: Date.now(), answer });
    const forget = () => questions.delete(key);
    answer.then((result) => isKept(result) || forget(), forget);
    return answer;
  };
}

/**
 * A model can take longer to answer than a tick lasts. The question continues between ticks, and the run's next tick on
 * this node finds it running or answered; another node asks again. Each question has its own timeout in `Target`, so it
 * does not get the tick's signal, only the keys to redact.
 */
export function createSlowQuestions() {
  const asks = createMemory<Answer>(({ status }) => status === 'answered');
  const probes = createMemory<Probe>(() => true);
  const keepOne = <Kind extends TargetKind>(target: Target<Kind>, key: string): Target<Kind> => ({
    ...target,
    ask: (id, { signal: _signal, ...options } = {}) => asks(key, () => target.ask(id, options)),
    probe: (id, probe, { signal: _signal, ...options } = {}) =>
      probes(`${key}:${probe}`, () => target.probe(id, probe, options)),
  });
  return {
    /** Targets whose questions outlast the tick. `key` identifies the run and its attempt. */
    keep: (targets: Targets, key: string): Targets =>
      withEach(targets, (target, kind) => keepOne(target, `${key}:${kind}`)),
  };
}

export type SlowQuestions = ReturnType<typeof createSlowQuestions>;
