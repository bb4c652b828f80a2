import type { Probe } from '../../../common/run';
import type { TargetKind } from '../../../common/targets/targets';
import { withEach } from '../targets/each_target';
import type { Answer, Target, Targets } from '../targets/target';

/** Questions of one kind that a node remembers. */
const remembered = 100;

/** Time for which an answer is kept for the next tick, in milliseconds: far longer than ticks are apart. */
const keptFor = 10 * 60_000;

/** Calls once for each key. Only a useful answer is kept; otherwise the next call is a new one. */
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
    answer.then((said) => isKept(said) || forget(), forget);
    return answer;
  };
}

/**
 * A model may take longer to answer than a tick may last. The question continues between ticks, and the
 * next tick of the run on this node finds it under way or answered; one on another node asks again. Each question
 * has its own end in `Target`, so the tick's signal is not passed on; what is to be redacted is.
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
    /** The same targets, whose questions outlast the tick. `key` tells runs, and their attempts, apart. */
    keep: (targets: Targets, key: string): Targets =>
      withEach(targets, (target, kind) => keepOne(target, `${key}:${kind}`)),
  };
}

export type SlowQuestions = ReturnType<typeof createSlowQuestions>;
