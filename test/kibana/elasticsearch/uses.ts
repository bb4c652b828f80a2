import path from 'node:path';
import * as v from 'valibot';
import { object } from '../../shapes';
import { openDocuments } from '../state/documents';
import { isConflict } from '../state/saved_object_errors';
import { entriesOf, fieldOf } from '../config/unknown_values';
import { authorize, refuseParameters, type RestRequest } from './rest_request';

const useSchema = object({ endpoints: v.array(v.string()) });

/** The pipelines and indices of the cluster, as far as they use endpoints. */
export interface Uses {
  of(inferenceId: string): { pipelines: string[]; indexes: string[] };
  putPipeline(request: RestRequest): Promise<{ json: unknown }>;
  putIndex(request: RestRequest): Promise<{ json: unknown }>;
}

export function openUses(data: string): Uses {
  const open = (name: string) =>
    openDocuments(path.join(data, 'elasticsearch', name), name, useSchema);
  const pipelines = open('pipelines');
  const indices = open('indices');
  const store = (documents: typeof pipelines, id: string, endpoints: string[]) => {
    try {
      documents.create(id, { endpoints });
    } catch (error) {
      if (!isConflict(error)) throw error;
      documents.update(id, { endpoints });
    }
  };
  const using = (documents: typeof pipelines, inferenceId: string) =>
    documents
      .all()
      .filter(({ attributes }) => attributes.endpoints.includes(inferenceId))
      .map(({ id }) => id);
  return {
    of: (id) => ({ pipelines: using(pipelines, id), indexes: using(indices, id) }),
    async putPipeline(request) {
      refuseParameters(request, []);
      authorize(request, 'cluster:admin/ingest/pipeline/put', [
        'manage_ingest_pipelines',
        'manage',
        'all',
      ]);
      const processors: unknown = (await request.body())['processors'];
      const ids = (Array.isArray(processors) ? processors : []).map((processor) =>
        fieldOf(fieldOf(processor, 'inference'), 'model_id'),
      );
      store(pipelines, request.parts[0] ?? '', ids.map(String));
      return { json: { acknowledged: true } };
    },
    async putIndex(request) {
      refuseParameters(request, []);
      authorize(request, 'indices:admin/create', ['all']);
      const properties = fieldOf(fieldOf(await request.body(), 'mappings'), 'properties');
      const ids = entriesOf(properties)
        .filter(([, field]) => fieldOf(field, 'type') === 'semantic_text')
        .map(([, field]) => String(fieldOf(field, 'inference_id')));
      const [index = ''] = request.parts;
      store(indices, index, ids);
      return { json: { acknowledged: true, shards_acknowledged: true, index } };
    },
  };
}
