import type { CoreStart } from '@kbn/core/public';
import { useEffect, useState } from 'react';

/** A connector as Kibana's public API lists it. */
export interface Connector {
  id: string;
  name: string;
  connector_type_id: string;
  is_preconfigured: boolean;
  is_missing_secrets?: boolean;
  config?: Record<string, unknown>;
}

/** The connectors of this space; `undefined` while they load. */
export const useConnectors = (core: CoreStart) => {
  const [connectors, setConnectors] = useState<Connector[]>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    const aborter = new AbortController();
    core.http
      .get<Connector[]>('/api/actions/connectors', {
        version: '2023-10-31',
        signal: aborter.signal,
      })
      .then(setConnectors)
      .catch((failure: Error) => {
        if (!aborter.signal.aborted) setError(failure.message);
      });
    return () => aborter.abort();
  }, [core]);
  return { connectors, error };
};
