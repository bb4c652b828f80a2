import * as z from 'zod';
import { durationMs } from '../durations';
import { isRecord } from '../unknown_values';

const definitionSchema = z.strictObject({
  title: z.string().optional(),
  description: z.string().optional(),
  timeout: z.string().default('5m'),
  maxAttempts: z.number().min(1).optional(),
  priority: z.union([z.literal(1), z.literal(40), z.literal(50)]).optional(),
  cost: z.union([z.literal(1), z.literal(2), z.literal(4), z.literal(10)]).default(2),
  createTaskRunner: z.custom<(context: object) => unknown>((value) => typeof value === 'function'),
});

export interface TaskDefinition extends z.output<typeof definitionSchema> {
  type: string;
}

/** The task types of this node. */
export interface TaskDefinitions {
  register(definitions: Record<string, unknown>): void;
  get(type: string): TaskDefinition | undefined;
  /** Throws for a type that nobody registered. */
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
        const result = definitionSchema.safeParse(definition);
        if (!result.success) {
          throw new Error(`Invalid task definition "${type}": ${z.prettifyError(result.error)}`);
        }
        durationMs(result.data.timeout);
        known.set(type, { ...result.data, type });
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
