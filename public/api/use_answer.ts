import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RouteOutput } from '../../common/routes';
import { useAnswers, type Known, type Look } from './answers';
import type { Input } from './client';
import { useCore } from './core_context';

interface Ask<N extends Look> {
  /** Names what the answer depends on: the same key has the same answer. */
  key: string;
  input: Input<N>;
  /** The answer of before a reload. */
  known?: RouteOutput<N>;
}

interface Manner<N extends Look> {
  /** How long an answer is good, in ms; an older one is shown while a new one is on its way. */
  freshMs?: number;
  /** Shows the answer to the former question until there is one to the new question. */
  keepFormer?: boolean;
  /** Nothing stays when nobody looks any more. */
  brief?: boolean;
  /** How long after an answer or a failure to ask again, in ms; undefined ends the asking. */
  againAfter?(known: Known<RouteOutput<N>>): number | undefined;
}

export interface Answer<Data> {
  data?: Data;
  /** `data` answers the former question. */
  isFormer: boolean;
  /** Of the last call, when it failed. */
  error?: unknown;
  isFetching: boolean;
  refetch(): void;
}

const nothing = { isFetching: false, at: 0 };
const unwatched = () => () => undefined;

/** The answer of a route that only looks; undefined asks nothing. */
export function useAnswer<N extends Look>(
  name: N,
  ask: Ask<N> | undefined,
  { freshMs = 0, keepFormer = false, brief = false, againAfter }: Manner<N> = {},
): Answer<RouteOutput<N>> {
  const { http } = useCore();
  const answers = useAnswers();
  const question = ask && answers.question(name, ask.key, brief);
  const known: Known<RouteOutput<N>> = useSyncExternalStore(
    question?.subscribe ?? unwatched,
    () => question?.known ?? nothing,
  );
  const data = known.data ?? ask?.known;
  const { error } = known;
  const isDue = ask !== undefined && data === undefined && error === undefined;

  const input = useRef(ask?.input);
  useEffect(() => {
    input.current = ask?.input;
  });
  const needsAnswer = ask?.known === undefined;
  useEffect(() => {
    if (!question || !input.current) return;
    const { data: kept, at } = question.known;
    const isGood = kept === undefined ? !needsAnswer : Date.now() < at + freshMs;
    if (!isGood) void question.ask(http, input.current);
  }, [http, question, needsAnswer, freshMs]);

  const againMs = known.isFetching || isDue ? undefined : againAfter?.({ ...known, data });
  useEffect(() => {
    if (!question || againMs === undefined) return;
    const timer = setTimeout(() => {
      if (input.current) void question.ask(http, input.current);
    }, againMs);
    return () => clearTimeout(timer);
    // `known` is another one after each answer: the wait starts anew.
  }, [http, question, known, againMs]);

  const [former, setFormer] = useState<RouteOutput<N>>();
  if (keepFormer && data !== undefined && data !== former) setFormer(data);
  const shown = data ?? (keepFormer && error === undefined ? former : undefined);
  return {
    ...(shown !== undefined && { data: shown }),
    isFormer: data === undefined,
    error,
    isFetching: known.isFetching || isDue,
    refetch: () => {
      if (question && ask) void question.ask(http, ask.input);
    },
  };
}
