import { isAtLeast } from '../../../common/targets/kibana_version';

/**
 * The optional keys of an Azure OpenAI connector's config, with the first Kibana minor whose every patch
 * knows it. The schema is strict: a key that it does not know is refused with HTTP 400. As of October 2026, from
 * elastic/kibana #228371 (context), #239806 (temperature) and #253575 (default model, also in late patches of 9.2 and
 * 9.3, where setup does without).
 */
const since = {
  contextWindowLength: [9, 2],
  temperature: [9, 3],
  defaultModel: [9, 4],
} as const;

export type ConfigKey = keyof typeof since;

/** True when this Kibana's connector accepts the key; a version that cannot be read knows none. */
export const acceptsKey = (kibanaVersion: string, key: ConfigKey): boolean =>
  isAtLeast(kibanaVersion, since[key]);
