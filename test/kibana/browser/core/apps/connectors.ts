import type { CoreStart } from '@kbn/core/public';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { object } from '../../../../shapes';

/** A connector as Kibana's public API lists it. */
export interface Connector {
  id: string;
  name: string;
  connector_type_id: string;
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

/** A connector or an endpoint that can answer a chat. */
export interface Model {
  id: string;
  name: string;
}

const listed = object({
  connectors: v.array(
    object({
      connectorId: v.string(),
      name: v.string(),
    }),
  ),
});

/** The models that chats offer: connectors of this space and, from 9.4 on, endpoints of the cluster. */
export const useModels = ({ http }: CoreStart) => {
  const [models, setModels] = useState<Model[]>([]);
  const [error, setError] = useState<string>();
  useEffect(() => {
    const aborter = new AbortController();
    http
      .get<unknown>('/internal/inference/connectors', { version: '1', signal: aborter.signal })
      .then((body) => {
        setModels(
          v.parse(listed, body).connectors.map(({ connectorId, name }) => ({
            id: connectorId,
            name,
          })),
        );
      })
      .catch((failure: Error) => {
        if (!aborter.signal.aborted) setError(failure.message);
      });
    return () => aborter.abort();
  }, [http]);
  return { models, error };
};

const featureModels = object({ connectors: v.array(object({ connectorId: v.string() })) });

/** Ids of the models that a feature offers, where Kibana knows features of models (from 9.4 on). */
export const useFeatureModels = ({ http, docLinks }: CoreStart, featureId?: string) => {
  const [ids, setIds] = useState<string[]>();
  const isKnown = !['9.2', '9.3'].includes(docLinks.DOC_LINK_VERSION);
  useEffect(() => {
    if (!isKnown || featureId === undefined) return;
    const path = `/internal/search_inference_endpoints/connectors?featureId=${featureId}`;
    void http.get<unknown>(path, { version: '1' }).then((body) => {
      setIds(v.parse(featureModels, body).connectors.map(({ connectorId }) => connectorId));
    });
  }, [http, isKnown, featureId]);
  return ids;
};
