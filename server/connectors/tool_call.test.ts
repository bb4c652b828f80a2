import { toolName } from './probe_bodies';
import { toolCallFlaw } from './tool_call';

const answer = (message: object) => ({ choices: [{ index: 0, message }] });
const calling = (name: string, args: string, more: object[] = []) =>
  answer({
    role: 'assistant',
    content: null,
    tool_calls: [{ id: '1', type: 'function', function: { name, arguments: args } }, ...more],
  });

describe('a tool call', () => {
  it('is good with the name of our function and arguments that can be read', () => {
    expect(toolCallFlaw(calling(toolName, '{"index":"logs"}'))).toBeUndefined();
    expect(toolCallFlaw(calling(toolName, '{}'))).toBeUndefined();
  });

  it('may come after calls of others', () => {
    const ours = { type: 'function', function: { name: toolName, arguments: '{}' } };
    expect(toolCallFlaw(calling('something_else', '', [ours]))).toBeUndefined();
  });

  it.each(['{"index":', '"logs"', '', 'null'])('with the arguments %j is none', (args) => {
    expect(toolCallFlaw(calling(toolName, args))).toBeDefined();
  });

  it('that is only talked about is none, and the talk is shown', () => {
    const message = { role: 'assistant', content: 'I would call the function.', tool_calls: null };
    expect(toolCallFlaw(answer(message))).toMatchObject({
      azure: { message: 'I would call the function.' },
    });
  });

  it('of another function is none', () => {
    expect(toolCallFlaw(calling('something_else', '{}'))).toEqual({});
  });

  it.each([undefined, null, '', 'text', {}, { choices: [] }, { choices: [{}] }])(
    'is not in %j',
    (data) => {
      expect(toolCallFlaw(data)).toEqual({});
    },
  );

  it('shows no more than the beginning of a long talk', () => {
    const flaw = toolCallFlaw(answer({ content: 'x'.repeat(5_000) }));
    expect(flaw?.azure?.message).toHaveLength(1_000);
  });
});
