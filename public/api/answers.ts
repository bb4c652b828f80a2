import type { HttpStart } from '@kbn/core/public';
import { createContext, useContext } from 'react';
import type { RouteName, RouteOutput } from '../../common/routes';
import { call, type Input } from './client';

/** Routes that only look: what they answer is kept while the page is open. */
export type Look = Extract<
  RouteName,
  | 'environment'
  | 'options'
  | 'offers'
  | 'recommendation'
  | 'plan'
  | 'pollSignIn'
  | 'run'
  | 'runs'
  | 'undoRun'
>;

/** What is known of one answer. A failure leaves the last good one in place. */
export interface Known<Answer> {
  data?: Answer;
  /** Of the last call, when it failed. */
  error?: unknown;
  isFetching: boolean;
  /** When `data` came, in ms since 1970. */
  at: number;
}

/** One question: it has one answer for everybody, and one call at a time. */
export interface Question<N extends Look> {
  readonly known: Known<RouteOutput<N>>;
  subscribe(watcher: () => void): () => void;
  /** Does nothing while a call is under way. Never rejects. */
  ask(http: HttpStart, input: Input<N>): Promise<void>;
  /** An answer from elsewhere; a call under way is older and no longer counts. */
  put(data: RouteOutput<N>): void;
}

type Questions<N extends Look> = Map<string, Question<N>>;

/** An answer that says the same as the last one stays the same object. */
const sameOrNew = <Answer>(last: Answer | undefined, next: Answer): Answer =>
  last !== undefined && JSON.stringify(last) === JSON.stringify(next) ? last : next;

interface Keeping<N extends Look> {
  /** Somebody looks. */
  keep(question: Question<N>): void;
  /** Nobody looks any more. */
  leave(question: Question<N>): void;
}

function newQuestion<N extends Look>(name: N, { keep, leave }: Keeping<N>): Question<N> {
  type Answer = RouteOutput<N>;
  const watchers = new Set<() => void>();
  let known: Known<Answer> = { isFetching: false, at: 0 };
  let calling: AbortController | undefined;
  const tell = (change: Partial<Known<Answer>>) => {
    known = { ...known, ...change };
    for (const watcher of [...watchers]) watcher();
  };
  const answered = (data: Answer) => ({
    data: sameOrNew(known.data, data),
    error: undefined,
    at: Date.now(),
  });
  const stop = () => {
    calling?.abort();
    calling = undefined;
  };
  const question: Question<N> = {
    get known() {
      return known;
    },
    subscribe: (watcher) => {
      watchers.add(watcher);
      keep(question);
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        stop();
        known = { ...known, isFetching: false };
        leave(question);
      };
    },
    ask: async (http, input) => {
      if (calling) return;
      const mine = (calling = new AbortController());
      tell({ isFetching: true, ...(known.data === undefined && { error: undefined }) });
      const found = await call(http, name, { ...input, signal: mine.signal }).then(
        (data) => () => answered(data),
        (error: unknown) => () => ({ error }),
      );
      if (calling !== mine) return;
      calling = undefined;
      tell({ ...found(), isFetching: false });
    },
    put: (data) => {
      stop();
      tell({ ...answered(data), isFetching: false });
    },
  };
  return question;
}

/** Everything that was asked since the page was opened. */
export interface Answers {
  /** @param brief - forgotten as soon as nobody looks. What failed always is. */
  question<N extends Look>(name: N, key: string, brief: boolean): Question<N>;
  forget(name: Look): void;
}

export function createAnswers(): Answers {
  const all: { [N in Look]: Questions<N> } = {
    environment: new Map(),
    options: new Map(),
    offers: new Map(),
    recommendation: new Map(),
    plan: new Map(),
    pollSignIn: new Map(),
    run: new Map(),
    runs: new Map(),
    undoRun: new Map(),
  };
  return {
    question: <N extends Look>(name: N, key: string, brief: boolean): Question<N> => {
      const questions: Questions<N> = all[name];
      const kept = questions.get(key);
      if (kept) return kept;
      const made = newQuestion<N>(name, {
        keep: (question) => questions.set(key, question),
        leave: (question) => {
          if (!brief && question.known.data !== undefined) return;
          if (questions.get(key) === question) questions.delete(key);
        },
      });
      questions.set(key, made);
      return made;
    },
    forget: (name) => all[name].clear(),
  };
}

const AnswersContext = createContext<Answers | undefined>(undefined);

export const AnswersProvider = AnswersContext.Provider;

export function useAnswers(): Answers {
  const answers = useContext(AnswersContext);
  if (!answers) throw new Error('useAnswers needs AnswersProvider above it.');
  return answers;
}
