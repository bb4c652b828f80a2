import { useAnswer } from './use_answer';

/** What this Kibana allows; readable before anybody signs in to Azure. */
export function useEnvironment(enabled: boolean) {
  return useAnswer('environment', enabled ? { key: '', input: {} } : undefined, {
    freshMs: 60_000,
  });
}
