import { isAtLeast } from './kibana_version';

/** The assistants of this Kibana list Elasticsearch endpoints (elastic/kibana #258530). */
export const listsEndpoints = (kibanaVersion: string): boolean => isAtLeast(kibanaVersion, [9, 4]);

/** The connector type is deprecated (elastic/kibana #261591). */
export const deprecatesConnector = (kibanaVersion: string): boolean =>
  isAtLeast(kibanaVersion, [9, 5]);

/** Kibana's own pages no longer offer to create a connector of this type (elastic/kibana #276237). */
export const hidesConnector = (kibanaVersion: string): boolean => isAtLeast(kibanaVersion, [9, 6]);
