import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { problemOf, SetupError, type Problem } from '../../common/problem';
import type { ChatAnswer } from '../../common/run';
import { useCallStreamed } from './client';
import { runKey } from './queries';

/** The person's question and its answer or problem. */
export interface Exchange {
  id: number;
  question: string;
  /** The answer received so far. */
  text: string;
  answer?: ChatAnswer;
  problem?: Problem;
}

export const isOpen = ({ answer, problem }: Exchange): boolean => !answer && !problem;

/** Sends questions to the model of a run, one at a time. Unmounting aborts the current one. */
export function useAsk(runId: string) {
  const call = useCallStreamed();
  const client = useQueryClient();
  const [exchanges, setExchanges] = useState<Exchange[]>([]);
  const underWay = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => underWay.current?.abort(), []);

  async function ask(question: string): Promise<void> {
    const page = new AbortController();
    underWay.current = page;
    const { signal } = page;
    const id = exchanges.length;
    setExchanges([...exchanges, { id, question, text: '' }]);
    const update = (change: Partial<Exchange>) => {
      if (signal.aborted) return;
      setExchanges((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
    };
    try {
      const input = { params: { runId }, body: { question }, signal };
      update({ answer: await call('ask', input, (text) => update({ text })) });
    } catch (error) {
      if (signal.aborted) return;
      update({ problem: problemOf(error) });
      // The setup might have been deleted.
      void client.invalidateQueries({ queryKey: runKey(runId) });
      if (!(error instanceof SetupError)) throw error;
    }
  }

  return { exchanges, ask, isPending: exchanges.some(isOpen) };
}
