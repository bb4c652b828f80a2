import * as v from 'valibot';
import { toolName } from './probe_bodies';
import type { Flaw } from './stream_answer';

const completion = v.looseObject({
  choices: v.pipe(
    v.array(
      v.looseObject({
        message: v.looseObject({
          content: v.nullish(v.string()),
          tool_calls: v.nullish(
            v.array(
              v.looseObject({
                function: v.looseObject({ name: v.string(), arguments: v.string() }),
              }),
            ),
          ),
        }),
      }),
    ),
    v.minLength(1),
  ),
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
  const read = v.safeParse(completion, data);
  const message = read.success ? read.output.choices[0]?.message : undefined;
  const call = message?.tool_calls?.find((one) => one.function.name === toolName)?.function;
  if (call && isObject(call.arguments)) return undefined;
  const said = call?.arguments ?? message?.content;
  const at = new Date().toISOString();
  return said ? { azure: { message: said.slice(0, 1_000), at } } : {};
}
