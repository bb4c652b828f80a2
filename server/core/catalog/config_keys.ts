import { isAtLeast } from '../../../common/targets/kibana_version';

/**
 * The optional keys of an Azure OpenAI connector's config, with the first Kibana minor in which every patch supports
 * it. The schema is strict: an unknown key is rejected with HTTP 400. As of October 2026, from elastic/kibana #228371
 * (context), #239806 (temperature) and #253575 (default model, also in late patches of 9.2 and 9.3, where setup does
 * without).
 */
const since = {
  contextWindowLength: [9, 2],
  temperature: [9, 3],
  defaultModel: [9, 4],
} as const;

export type ConfigKey = keyof typeof since;

/** The first minor of Kibana that accepts the key, for example `9.3`. */
export const firstVersionWith = (key: ConfigKey): string => since[key].join('.');

/** True if this Kibana's connector accepts the key; false for an invalid version. */
export const acceptsKey = (kibanaVersion: string, key: ConfigKey): boolean =>
  isAtLeast(kibanaVersion, since[key]);
