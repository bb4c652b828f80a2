import { coerce, gte, lt } from 'semver';
import type { Settings } from '../config/settings';

/** How Kibana's plugin `inference` asks models; E17 and so on are rows of `CONTRACT.md`. */
export interface AdapterRules {
  /** E17: endpoints are connectors. */
  listsEndpoints: boolean;
  /** E20, E21: what a question to an endpoint carries when the caller says nothing of it. */
  endpoints: 'zero_temperature' | 'no_reasoning' | 'plain';
}

/** By the emulated version, unless a setting overrides it. */
export function adapterRules(version: string, settings: Settings): AdapterRules {
  const at = coerce(version)?.version ?? '0.0.0';
  const isZero = lt(at, '9.4.6') || (gte(at, '9.5.0') && lt(at, '9.5.1'));
  return {
    listsEndpoints: gte(at, '9.4.0'),
    endpoints: settings['host.inference.adapter'] ?? (isZero ? 'zero_temperature' : 'plain'),
  };
}
