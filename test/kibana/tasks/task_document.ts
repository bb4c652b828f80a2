import * as z from 'zod';
import type { Stored } from '../state/documents';

/** A task as it is kept: params and state as JSON text, readable by anybody who can read the index. */
export const taskSchema = z.object({
  taskType: z.string(),
  params: z.string(),
  state: z.string(),
  status: z.enum(['idle', 'claiming', 'running', 'failed', 'unrecognized']),
  enabled: z.boolean(),
  attempts: z.number(),
  runAt: z.string(),
  scheduledAt: z.string(),
  startedAt: z.nullable(z.string()),
  retryAt: z.nullable(z.string()),
  ownerId: z.nullable(z.string()),
  scope: z.array(z.string()).optional(),
  schedule: z.object({ interval: z.string() }).optional(),
  /** Encrypted. */
  apiKey: z.string().optional(),
  userScope: z
    .object({
      apiKeyId: z.string(),
      spaceId: z.string(),
      userName: z.string().optional(),
      /** The caller's own key, which Task Manager never invalidates. */
      apiKeyCreatedByUser: z.boolean(),
    })
    .optional(),
});
export type TaskDocument = z.output<typeof taskSchema>;

const jsonObject = z.record(z.string(), z.unknown());

/** The form in which plugins see a task. */
export function concreteTask({ id, version, attributes }: Stored<TaskDocument>) {
  const { params, state, runAt, scheduledAt, startedAt, retryAt, ...rest } = attributes;
  return {
    ...rest,
    id,
    version,
    params: jsonObject.parse(JSON.parse(params)),
    state: jsonObject.parse(JSON.parse(state)),
    runAt: new Date(runAt),
    scheduledAt: new Date(scheduledAt),
    startedAt: dateOrNull(startedAt),
    retryAt: dateOrNull(retryAt),
  };
}
export type Task = ReturnType<typeof concreteTask>;

const dateOrNull = (text: string | null) => (text === null ? null : new Date(text));

/** JSON text of params or state; what is not JSON is lost here, and a cycle throws. */
export const jsonText = (value: unknown): string => JSON.stringify(value ?? {});
