import type { Cloud } from '../sign_in';
import type { KeylessRefusal } from './target_reasons';
import { listsEndpoints } from './target_versions';

interface Facts {
  kibanaVersion: string;
  /** False if Kibana or Elasticsearch does not support endpoints. */
  endpointSupported?: boolean | undefined;
  cloud: Cloud;
}

/** Why no target works without keys, regardless of account and person; undefined if an endpoint does. */
export function keylessRefusal({
  kibanaVersion,
  endpointSupported,
  cloud,
}: Facts): KeylessRefusal | undefined {
  if (endpointSupported === false || !listsEndpoints(kibanaVersion)) {
    return 'endpoint_needs_newer_kibana';
  }
  return cloud === 'public' ? undefined : 'endpoint_needs_public_cloud';
}
