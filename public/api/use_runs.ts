import { useAnswer } from './use_answer';

/** The person's own runs in this space, looked up anew whenever they are shown. */
export function useRuns() {
  return useAnswer('runs', { key: '', input: {} });
}
