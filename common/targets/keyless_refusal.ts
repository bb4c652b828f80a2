import type { Cloud } from '../sign_in';
import type { KeylessRefusal } from './target_reasons';
import { listsEndpoints } from './target_versions';

interface Facts {
  kibanaVersion: string;
  /** False where Kibana or Elasticsearch lacks something that endpoints need. */
  endpointSupported?: boolean | undefined;
  cloud: Cloud;
}

/** Why no target can do without keys, whatever the account and the person; undefined if an endpoint can. */
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
