import * as v from 'valibot';
import { parseJson } from '../../../../common/values/json';
import { choicesWith } from './answer';
import { toolName, toolParameter } from '../questions';
import { azureWords, type Redact } from './redact';
import type { Flaw } from './stream_answer';

const call = v.looseObject({
  function: v.looseObject({ name: v.string(), arguments: v.string() }),
});
const completion = v.looseObject({
  choices: choicesWith({ tool_calls: v.nullish(v.array(call)) }),
});

const toolArguments = v.looseObject({ [toolParameter]: v.pipe(v.string(), v.nonEmpty()) });
/** True for the arguments that the function requires. */
export const areToolArguments = (given: unknown): boolean => v.is(toolArguments, given);

/** The flaw of a tool call: the model must call the requested function with its required arguments. */
export function toolCallFlaw(data: unknown, redact: Redact): Flaw {
  const read = v.safeParse(completion, data);
  const choice = read.success ? read.output.choices[0] : undefined;
  if (choice?.finish_reason === 'content_filter') return { code: 'content_filtered' };
  const calls = choice?.message.tool_calls ?? [];
  const called = calls.find((one) => one.function.name === toolName)?.function;
  if (called && areToolArguments(parseJson(called.arguments))) return undefined;
  const said = called?.arguments || choice?.message.content || calls[0]?.function.name;
  return said ? { azure: azureWords(said, redact) } : {};
}
