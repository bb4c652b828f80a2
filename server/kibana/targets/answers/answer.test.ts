import { answerOf } from './answer';
import { createRedact } from './redact';

const redact = createRedact();
const usage = { prompt_tokens: 8, completion_tokens: 2, total_tokens: 10 };
const of = (message: object, finish_reason = 'stop') =>
  answerOf({ model: 'gpt-5.2-2025-12-11', choices: [{ finish_reason, message }], usage }, redact);

describe('an answer', () => {
  it('has text, its model and its tokens', () => {
    expect(of({ role: 'assistant', content: 'Hello' })).toEqual({
      status: 'answered',
      answer: { text: 'Hello', model: 'gpt-5.2-2025-12-11', promptTokens: 8, completionTokens: 2 },
    });
  });

  it('that was cut off counts as long as there is text', () => {
    expect(of({ content: 'Hello, I' }, 'length').status).toBe('answered');
  });

  it.each<[string, object, string, string]>([
    ['an empty text', { content: '' }, 'stop', 'stop'],
    ['no content', { content: null }, 'stop', 'stop'],
    ['white space', { content: ' \n\t' }, 'stop', 'stop'],
    ['all tokens spent on reasoning', { content: '' }, 'length', 'length'],
    ['a tool call', { content: null, tool_calls: [{}] }, 'tool_calls', 'tool_calls'],
    ['a refusal', { content: null, refusal: 'I cannot.' }, 'stop', 'refusal'],
  ])('with %s is none, and says why', (_what, message, finish, reason) => {
    expect(of(message, finish)).toMatchObject({
      status: 'failed',
      problem: { code: 'answer_empty', detail: { reason } },
    });
  });

  it.each(['', 'Hello, I'])('that the content filter stopped after %j is filtered', (content) => {
    expect(of({ content }, 'content_filter')).toMatchObject({
      status: 'failed',
      problem: { code: 'content_filtered' },
    });
  });

  it.each([
    {},
    { choices: [] },
    '<html>Sign in</html>',
    '',
    null,
    [],
    { choices: [{ message: { content: 'Hello' } }] },
    { choices: [{ message: { content: 'Hello' } }], usage: { prompt_tokens: '8' } },
  ])('is not in %j', (data) => {
    expect(answerOf(data, redact)).toMatchObject({
      status: 'failed',
      problem: { code: 'answer_unreadable' },
    });
  });

  it('is kept to a bound, without what was sent', () => {
    const key = 'k3'.repeat(42);
    const said = answerOf(
      { model: key, choices: [{ message: { content: `${key} `.repeat(500) } }], usage },
      createRedact([key]),
    );
    expect(JSON.stringify(said)).not.toContain('k3k3');
    expect(JSON.stringify(said).length).toBeLessThan(2_000);
  });
});
