/** The rules of inference endpoints that differ by minor; E2 and so on are those of `CONTRACT.md`. */
export interface InferenceRules {
  /** E2: the task types of the service `azureopenai`. */
  taskTypes: readonly string[];
  /** E4: OAuth2 client credentials among the service settings. */
  takesOAuth: boolean;
  /** E3: `headers` among the task settings. */
  takesHeaders: boolean;
  /** E12: `timeout` at `_update`. */
  updateTakesTimeout: boolean;
  /** E12: `rate_limit` and the OAuth fields can be updated. */
  updatesServiceSettings: boolean;
  /** E8: the time limit of a creation, in milliseconds. */
  defaultTimeoutMs: number;
  /** E16: what becomes of `reasoning` in a chat completion. */
  reasoning: 'unknown_field' | 'refused';
}

/** By the emulated minor. */
export function inferenceRules(version: string): InferenceRules {
  const minor = Number(version.split('.')[1]);
  return {
    taskTypes: ['completion', 'text_embedding', ...(minor >= 3 ? ['chat_completion'] : [])],
    takesOAuth: minor >= 4,
    takesHeaders: minor >= 4,
    updateTakesTimeout: minor >= 5,
    updatesServiceSettings: minor >= 4,
    defaultTimeoutMs: minor >= 5 ? 120_000 : 30_000,
    reasoning: minor >= 4 ? 'refused' : 'unknown_field',
  };
}
