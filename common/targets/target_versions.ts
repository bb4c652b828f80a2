import { isAtLeast } from './kibana_version';

/** The assistants of this Kibana list Elasticsearch endpoints (elastic/kibana #258530). */
export const listsEndpoints = (kibanaVersion: string): boolean => isAtLeast(kibanaVersion, [9, 4]);

/** The connector type is deprecated (elastic/kibana #261591). */
export const deprecatesConnector = (kibanaVersion: string): boolean =>
  isAtLeast(kibanaVersion, [9, 5]);

/**
 * The first version that sends an endpoint no temperature unless the assistant sets one (elastic/kibana #283192). The
 * first 9.5 patch with the change is unknown; 9.5.3 is inferred.
 */
const withoutTemperature = (kibanaVersion: string) =>
  deprecatesConnector(kibanaVersion) ? ([9, 5, 3] as const) : ([9, 4, 6] as const);

/** The same as text, for example `9.4.6`. */
export const endpointTemperatureVersion = (kibanaVersion: string): string =>
  withoutTemperature(kibanaVersion).join('.');

/** True if this Kibana sends temperature 0 to endpoints unless the assistant sets one. */
export const sendsTemperature = (kibanaVersion: string): boolean =>
  !isAtLeast(kibanaVersion, withoutTemperature(kibanaVersion));

/** Kibana's own pages no longer offer to create a connector of this type (elastic/kibana #276237). */
export const hidesConnector = (kibanaVersion: string): boolean => isAtLeast(kibanaVersion, [9, 6]);
