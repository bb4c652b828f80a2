import { renderHook } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { aRunId } from '../../test/support/builders/answers';
import { queryWrapper } from '../../test/support/page/query_wrapper';
import { useAsk } from './use_ask';

test('useAsk closes the question and throws the error when the browser aborts the request', async () => {
  const aborted = Object.assign(new Error('Made up.'), { name: 'AbortError' });
  const { wrapper } = queryWrapper({ ask: () => Promise.reject(aborted) });
  const { result } = renderHook(() => useAsk(aRunId), { wrapper });
  await act(() => expect(result.current.ask('Why is the sky blue?')).rejects.toBe(aborted));
  expect(result.current.exchanges).toMatchObject([{ problem: { code: 'unexpected' } }]);
  expect(result.current.isPending).toBe(false);
});
