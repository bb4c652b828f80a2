import { createRedact } from '../answers/redact';
import { failureOf, problemOf } from './elasticsearch_error';

const key = 'PLANTED-7f3a-SECRET-key-of-the-account';

it('the problem of a refusal never repeats the key that Elasticsearch quotes', () => {
  const reason = `Configuration contains settings [{api_key=${key}}] unknown to the service`;
  const error = { type: 'status_exception', reason };
  const problem = problemOf(failureOf(400, { error }), createRedact([key]));
  expect(problem.code).toBe('inference_endpoint_refused');
  expect(problem.azure?.message).toContain('Configuration contains settings');
  expect(JSON.stringify(problem)).not.toContain('PLANTED');
});
