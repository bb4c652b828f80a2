import { isAtLeast } from './kibana_version';

/** The assistants of this Kibana list endpoints of Elasticsearch (elastic/kibana #258530). */
export const listsEndpoints = (kibanaVersion: string): boolean => isAtLeast(kibanaVersion, [9, 4]);

/** The connector type is deprecated (elastic/kibana #261591). */
export const deprecatesConnector = (kibanaVersion: string): boolean =>
  isAtLeast(kibanaVersion, [9, 5]);

/** People can no longer create a connector of the type in Kibana's own pages (elastic/kibana #276237). */
export const hidesConnector = (kibanaVersion: string): boolean => isAtLeast(kibanaVersion, [9, 6]);
