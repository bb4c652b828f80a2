import * as v from 'valibot';
import { finite, object, record } from '../../shapes';
import type { Stored } from '../state/documents';

/** The stored form of a task: params and state are JSON text, in clear. */
export const taskSchema = object({
  taskType: v.string(),
  params: v.string(),
  state: v.string(),
  status: v.picklist(['idle', 'claiming', 'running', 'failed', 'unrecognized']),
  attempts: finite,
  runAt: v.string(),
  scheduledAt: v.string(),
  startedAt: v.nullable(v.string()),
  retryAt: v.nullable(v.string()),
  ownerId: v.nullable(v.string()),
  scope: v.optional(v.array(v.string())),
  /** Encrypted. */
  apiKey: v.optional(v.string()),
  userScope: v.optional(
    object({
      apiKeyId: v.string(),
      spaceId: v.string(),
      userName: v.optional(v.string()),
      /** The caller's own key, which Task Manager never invalidates. */
      apiKeyCreatedByUser: v.boolean(),
    }),
  ),
});
export type TaskDocument = v.InferOutput<typeof taskSchema>;

const jsonObject = record(v.unknown());

/** The form in which plugins see a task. */
export function concreteTask({ id, version, attributes }: Stored<TaskDocument>) {
  const { params, state, runAt, scheduledAt, startedAt, retryAt, ...rest } = attributes;
  return {
    ...rest,
    id,
    version,
    params: v.parse(jsonObject, JSON.parse(params)),
    state: v.parse(jsonObject, JSON.parse(state)),
    runAt: new Date(runAt),
    scheduledAt: new Date(scheduledAt),
    startedAt: dateOrNull(startedAt),
    retryAt: dateOrNull(retryAt),
  };
}
export type Task = ReturnType<typeof concreteTask>;

const dateOrNull = (text: string | null) => (text === null ? null : new Date(text));

/** JSON text of params or state; values that JSON cannot express are dropped, and a cycle throws. */
export const jsonText = (value: unknown): string => JSON.stringify(value ?? {});
