import * as v from 'valibot';
import { SetupError } from '../../../../common/problem';
import { foreignAnswer } from './elasticsearch_error';

const endpoint = v.looseObject({
  inference_id: v.string(),
  service: v.string(),
  task_type: v.string(),
  service_settings: v.unknown(),
});
/** An endpoint in Elasticsearch's response, which never contains secrets. */
export type EndpointInfo = v.InferOutput<typeof endpoint>;

const listed = v.looseObject({ endpoints: v.array(v.unknown()) });
const names = v.fallback(v.optional(v.array(v.string())), undefined);
const deletion = v.looseObject({
  acknowledged: v.boolean(),
  pipelines: names,
  indexes: names,
});
const privileges = v.looseObject({ cluster: v.record(v.string(), v.unknown()) });

function read<Shape extends v.GenericSchema>(shape: Shape, answer: unknown): v.InferOutput<Shape> {
  const parsed = v.safeParse(shape, answer);
  if (!parsed.success) throw new SetupError(foreignAnswer());
  return parsed.output;
}

/** The valid endpoints of a list; a list with only invalid ones is rejected. */
export function endpointsIn(answer: unknown): EndpointInfo[] {
  const { endpoints } = read(listed, answer);
  const readable = endpoints.filter((one) => v.is(endpoint, one));
  if (readable.length === 0 && endpoints.length > 0) throw new SetupError(foreignAnswer());
  return readable;
}

/** Throws unless the response to a creation or an update has an endpoint. */
export const assertEndpoint = (answer: unknown): void => void read(endpoint, answer);

/** The response to a deletion or its dry run. */
export const deletionIn = (answer: unknown): v.InferOutput<typeof deletion> =>
  read(deletion, answer);

/** Cluster privilege -> whether the person has it. */
export const privilegesIn = (answer: unknown): Readonly<Record<string, unknown>> =>
  read(privileges, answer).cluster;
