import { toolName } from '../questions';
import { createRedact } from './redact';
import { toolCallFlaw } from './tool_call';

const redact = createRedact();

const answer = (message: object) => ({ choices: [{ index: 0, message }] });
const calling = (name: string, args: string, more: object[] = []) =>
  answer({
    role: 'assistant',
    content: null,
    tool_calls: [{ id: '1', type: 'function', function: { name, arguments: args } }, ...more],
  });

describe('a tool call', () => {
  it('is good with the name of our function and arguments that can be read', () => {
    expect(toolCallFlaw(calling(toolName, '{"index":"logs"}'), redact)).toBeUndefined();
  });

  it('may come after calls of others', () => {
    const ours = { type: 'function', function: { name: toolName, arguments: '{"index":"a"}' } };
    expect(toolCallFlaw(calling('something_else', '', [ours]), redact)).toBeUndefined();
  });

  it.each(['{"index":', '"logs"', '', 'null', '{}', '["logs"]', '{"index":3}', '{"index":""}'])(
    'with the arguments %j is none',
    (args) => {
      expect(toolCallFlaw(calling(toolName, args), redact)).toBeDefined();
    },
  );

  it('that is only text is a failure with the text', () => {
    const message = { role: 'assistant', content: 'I would call the function.', tool_calls: null };
    expect(toolCallFlaw(answer(message), redact)).toMatchObject({
      azure: { message: 'I would call the function.' },
    });
  });

  it('of another function is a failure', () => {
    expect(toolCallFlaw(calling('something_else', '{}'), redact)).toMatchObject({
      azure: { message: 'something_else' },
    });
  });

  it.each([undefined, null, '', 'text', {}, { choices: [] }, { choices: [{}] }])(
    'is not in %j',
    (data) => {
      expect(toolCallFlaw(data, redact)).toEqual({});
    },
  );

  it('that the content filter stopped is filtered', () => {
    const data = { choices: [{ finish_reason: 'content_filter', message: { content: '' } }] };
    expect(toolCallFlaw(data, redact)).toEqual({ code: 'content_filtered' });
  });

  it('truncates a long text', () => {
    const flaw = toolCallFlaw(answer({ content: 'word '.repeat(1_000) }), redact);
    expect(flaw?.azure?.message).toHaveLength(1_000);
  });
});
