import * as v from 'valibot';
import { explain, finite, strictObject } from '../../shapes';
import { durationMs } from '../config/durations';
import { isRecord } from '../config/unknown_values';

const definitionSchema = strictObject({
  title: v.optional(v.string()),
  description: v.optional(v.string()),
  timeout: v.optional(v.string(), '5m'),
  maxAttempts: v.optional(v.pipe(finite, v.minValue(1))),
  priority: v.optional(v.union([v.literal(1), v.literal(40), v.literal(50)])),
  cost: v.optional(v.union([v.literal(1), v.literal(2), v.literal(4), v.literal(10)]), 2),
  createTaskRunner: v.custom<(context: object) => unknown>((value) => typeof value === 'function'),
});

export interface TaskDefinition extends v.InferOutput<typeof definitionSchema> {
  type: string;
}

/** The task types of this node. */
export interface TaskDefinitions {
  register(definitions: Record<string, unknown>): void;
  get(type: string): TaskDefinition | undefined;
  /** Throws for a type that is not registered. */
  ensureHas(type: string): void;
}

export function createTaskDefinitions(): TaskDefinitions {
  const known = new Map<string, TaskDefinition>();
  return {
    register(definitions) {
      const duplicate = Object.keys(definitions).find((type) => known.has(type));
      if (duplicate) throw new Error(`Task ${duplicate} is already defined!`);
      for (const [type, definition] of Object.entries(definitions)) {
        if (isRecord(definition) && 'maxConcurrency' in definition) {
          throw new Error(`maxConcurrency setting isn't allowed for task type: ${type}`);
        }
        const result = v.safeParse(definitionSchema, definition);
        if (!result.success) {
          throw new Error(`Invalid task definition "${type}": ${explain(result.issues)}`);
        }
        durationMs(result.output.timeout);
        known.set(type, { ...result.output, type });
      }
    },
    get: (type) => known.get(type),
    ensureHas(type) {
      if (known.has(type)) return;
      throw new Error(
        `Unsupported task type "${type}". Supported types are ${[...known.keys()].join(', ')}`,
      );
    },
  };
}
