import { answerOf, refusalOf } from './answer';

describe('what the connector reports', () => {
  it.each([
    [
      'Status code: 404. Message: API Error: Not Found - The API deployment',
      'propagating',
      'deployment_not_found',
    ],
    [
      'Status code: 401. Message: Unauthorized API Error - Access denied',
      'propagating',
      'key_rejected',
    ],
    [
      'Status code: 403. Message: API Error: Forbidden - Access denied',
      'refused_network',
      'network_rules_block',
    ],
    ['Status code: 410. Message: API Error: Gone', 'failed', 'model_retired'],
    ['Status code: 400. Message: API Error: Bad Request - Unsupported', 'failed', 'answer_refused'],
    ['Status code: 429. Message: API Error: Too Many Requests', 'propagating', 'rate_limited'],
    ['Status code: 418. Message: API Error: Teapot', 'failed', 'answer_refused'],
    [
      'Status code: undefined. Message: Unexpected API Error: ENOTFOUND - getaddrinfo ENOTFOUND x',
      'propagating',
      'endpoint_unresolved',
    ],
    [
      'Status code: undefined. Message: Unexpected API Error: ECONNREFUSED - connect',
      'propagating',
      'endpoint_unreachable',
    ],
  ])('%s', (message, status, code) => {
    const answer = refusalOf(message);
    expect(answer).toMatchObject({ status, problem: { code } });
  });

  it('reads the answer, its model and its tokens', () => {
    const data = {
      model: 'gpt-5.2-2025-12-11',
      choices: [{ message: { role: 'assistant', content: 'Hello' } }],
      usage: { prompt_tokens: 8, completion_tokens: 2, total_tokens: 10 },
    };
    expect(answerOf(data)).toEqual({
      status: 'answered',
      answer: { text: 'Hello', model: 'gpt-5.2-2025-12-11', promptTokens: 8, completionTokens: 2 },
    });
    expect(answerOf({ choices: [] })).toMatchObject({ status: 'failed' });
  });
});
