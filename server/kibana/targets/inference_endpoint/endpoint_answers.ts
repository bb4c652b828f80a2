import * as v from 'valibot';
import { SetupError } from '../../../../common/problem';
import { foreignAnswer } from './elasticsearch_error';

const endpoint = v.looseObject({
  inference_id: v.string(),
  service: v.string(),
  task_type: v.string(),
  service_settings: v.unknown(),
});
/** What Elasticsearch says about an endpoint: never its secrets. */
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

/** The endpoints of a list, without those that cannot be read; if there are no others, the list is none. */
export function endpointsIn(answer: unknown): EndpointInfo[] {
  const { endpoints } = read(listed, answer);
  const readable = endpoints.filter((one) => v.is(endpoint, one));
  if (readable.length === 0 && endpoints.length > 0) throw new SetupError(foreignAnswer());
  return readable;
}

/** Throws unless the answer is about an endpoint, as that to a creation or an update is. */
export const assertEndpoint = (answer: unknown): void => void read(endpoint, answer);

/** The answer to a deletion, or to the question what prevents it. */
export const deletionIn = (answer: unknown): v.InferOutput<typeof deletion> =>
  read(deletion, answer);

/** Names of cluster privileges -> whether the person has them. */
export const privilegesIn = (answer: unknown): Readonly<Record<string, unknown>> =>
  read(privileges, answer).cluster;
