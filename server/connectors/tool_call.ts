import * as z from 'zod/mini';
import { toolName } from './probe_bodies';
import type { Flaw } from './stream_answer';

const completion = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        message: z.looseObject({
          content: z.nullish(z.string()),
          tool_calls: z.nullish(
            z.array(
              z.looseObject({
                function: z.looseObject({ name: z.string(), arguments: z.string() }),
              }),
            ),
          ),
        }),
      }),
    )
    .check(z.minLength(1)),
});

const isObject = (json: string): boolean => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
};

/** The model was told to call our function; it must have done so with arguments that can be read. */
export function toolCallFlaw(data: unknown): Flaw {
  const read = completion.safeParse(data);
  const message = read.data?.choices[0]?.message;
  const call = message?.tool_calls?.find((one) => one.function.name === toolName)?.function;
  if (call && isObject(call.arguments)) return undefined;
  const said = call?.arguments ?? message?.content;
  const at = new Date().toISOString();
  return said ? { azure: { message: said.slice(0, 1_000), at } } : {};
}
