import { QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react-dom/test-utils';
import { StrictMode, type ReactElement, type ReactNode } from 'react';
import { CoreProvider } from '../../../public/api/core_context';
import { createQueryClient } from '../../../public/api/query_client';
import { coreWith, type Setting } from './fake_core';
import type { Answers } from './fake_http';

/** Kibana's interfaces and an empty query cache, for tests of hooks; effects run twice, as in development. */
export function queryWrapper(answers: Answers, setting: Omit<Setting, 'answers' | 'search'> = {}) {
  const { core, calls, navigatedTo } = coreWith(answers, setting);
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }): ReactElement => (
    <StrictMode>
      <CoreProvider value={core}>
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      </CoreProvider>
    </StrictMode>
  );
  return { wrapper, client, calls, navigatedTo };
}

/** Lets fake time pass. */
export const pass = (milliseconds: number) =>
  act(async () => {
    await jest.advanceTimersByTimeAsync(milliseconds);
  });

type Client = ReturnType<typeof createQueryClient>;

/** The content of the query cache, as text. */
export const queriesIn = (client: Client): string =>
  JSON.stringify(
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey, queryHash, state }) => ({ queryKey, queryHash, state })),
  );

/** The content of the mutation cache, with variables, as text. */
export const mutationsIn = (client: Client): string =>
  JSON.stringify(
    client
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
  );
