import * as v from 'valibot';
import { SetupError } from '../../../../common/problem';
import { oddElasticsearch, type OddAnswer } from '../../../../test/support/odd_elasticsearch';
import type { Target, TargetSpec } from '../../../core/targets/target';

type Endpoints = Target<'inference_endpoint'>;

const id = 'azure-openai-chat-0c8f5f36';
const secret = 'PLANTED-7f3a-SECRET-of-the-application';
const spec: TargetSpec = {
  id,
  name: 'unused',
  url: 'https://team.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2025-04-01-preview',
  auth: { tenantId: 'contoso.com', clientId: 'client', clientSecret: secret },
  modelName: 'gpt-4.1',
};
const secrets = [secret];
const reads: Record<string, (target: Endpoints) => Promise<unknown>> = {
  readiness: (target) => target.readiness(),
  look: (target) => target.look(id),
  list: (target) => target.list(),
};
const questions: Record<string, (target: Endpoints) => Promise<unknown>> = {
  ask: (target) => target.ask(id, { secrets }),
  chat: (target) => target.chat(id, 'Hello', { isStreamed: true, onText: () => {}, secrets }),
  stream: (target) => target.probe(id, 'stream', { secrets }),
  tools: (target) => target.probe(id, 'tools', { secrets }),
};
const writes: Record<string, (target: Endpoints) => Promise<unknown>> = {
  create: (target) => target.create(spec),
  update: (target) => target.update(spec),
  remove: (target) => target.remove(id),
};
const all = { ...reads, ...writes, ...questions };

let stage: Awaited<ReturnType<typeof oddElasticsearch>>;
beforeAll(async () => {
  stage = await oddElasticsearch();
});
afterAll(() => stage.stop());

const told = v.looseObject({ problem: v.looseObject({ code: v.string() }) });
const problemIn = (answer: unknown): string | undefined =>
  v.is(told, answer) ? answer.problem.code : undefined;

/** The result of each verb: a problem code, `an answer`, or the message of another error. */
async function endings(
  answer: OddAnswer,
  asked: Record<string, (target: Endpoints) => Promise<unknown>>,
): Promise<Record<string, string>> {
  stage.answers(answer);
  const ended = await Promise.all(
    Object.entries(asked).map(async ([name, verb]) => {
      try {
        const said = await verb(stage.target);
        expect(JSON.stringify(said) ?? '').not.toContain('PLANTED');
        return [name, problemIn(said) ?? 'an answer'] as const;
      } catch (error) {
        if (!(error instanceof SetupError)) return [name, String(error)] as const;
        expect(JSON.stringify(error.problem)).not.toContain('PLANTED');
        return [name, error.problem.code] as const;
      }
    }),
  );
  return Object.fromEntries(ended);
}

const every = (asked: object, code: string) =>
  Object.fromEntries(Object.keys(asked).map((name) => [name, code]));

/** People without the privilege see no endpoints. */
async function expectEnding(answer: OddAnswer, code: string): Promise<void> {
  const isPrivilege = code === 'inference_privilege_missing';
  expect(await endings(answer, all)).toEqual({
    ...every(all, code),
    ...(isPrivilege && { list: 'an answer' }),
  });
}

const refusal = (type: string, more: object = {}) => ({ type, reason: 'Made up.', ...more });
const refused = (status: number, error: unknown): OddAnswer => ({
  status,
  body: JSON.stringify({ error, status }),
});
const page = (status: number): OddAnswer => ({
  status,
  body: '<html><body>Sign in to the network</body></html>',
  contentType: 'text/html',
  isElasticsearch: false,
});
const unauthorized =
  'action [cluster:admin/xpack/inference/put] is unauthorized for user [ada] with effective roles [editor]';

describe('what Elasticsearch, or something on the way, answers to everything', () => {
  const license = refusal('security_exception', { 'license.expired.feature': 'inference' });
  const ofKey = {
    root_cause: [refusal('security_exception')],
    ...refusal('security_exception', { reason: unauthorized }),
  };
  const ofLicense = { root_cause: [license], ...refusal('security_exception') };
  it.each<[name: string, status: number, error: unknown, code: string]>([
    ['for want of a privilege', 403, refusal('security_exception'), 'inference_privilege_missing'],
    ['of an API key', 403, ofKey, 'inference_privilege_missing'],
    ['by the license', 403, license, 'license_insufficient'],
    ['by the license that only its root cause names', 403, ofLicense, 'license_insufficient'],
    ['of credentials', 401, refusal('security_exception'), 'task_key_rejected'],
    ['of an index', 403, refusal('cluster_block_exception'), 'inference_endpoint_refused'],
    ['of a path', 400, 'no handler found for uri [/_inference]', 'inference_endpoint_refused'],
    ['of a request', 400, refusal('status_exception'), 'inference_endpoint_refused'],
    ['for its time', 408, refusal('status_exception'), 'elasticsearch_unavailable'],
    ['for its load', 429, refusal('circuit_breaking_exception'), 'elasticsearch_unavailable'],
    ['by a failure', 500, refusal('exception'), 'elasticsearch_unavailable'],
    [
      'by a cluster that is down',
      503,
      refusal('cluster_block_exception'),
      'elasticsearch_unavailable',
    ],
  ])('a refusal %s', async (_name, status, error, code) => {
    await expectEnding(refused(status, error), code);
  });

  it('a refusal that quotes the authorization of the request', async () => {
    const reason = 'Invalid header [Authorization: Bearer PLANTED-0123456789abcdef]';
    const error = refusal('status_exception', { reason });
    await expectEnding(refused(400, error), 'inference_endpoint_refused');
  });

  const rows: [name: string, answer: OddAnswer, code: string][] = [
    ['a page with 502', page(502), 'elasticsearch_unavailable'],
    ['a page with 504', page(504), 'elasticsearch_unavailable'],
    ['a page with 200', page(200), 'answer_not_elasticsearch'],
    ['a page with 302', page(302), 'answer_not_elasticsearch'],
    ['a page with 400', page(400), 'answer_not_elasticsearch'],
    ['a page with 401', page(401), 'answer_not_elasticsearch'],
    ['a page with 403', page(403), 'answer_not_elasticsearch'],
    ['a page with 404', page(404), 'answer_not_elasticsearch'],
    ['a page with 407', page(407), 'answer_not_elasticsearch'],
    ['a page with 413', page(413), 'answer_not_elasticsearch'],
    ['an empty 413', { status: 413, body: '', isElasticsearch: false }, 'answer_not_elasticsearch'],
    ['an empty 404', { status: 404, body: '' }, 'answer_not_elasticsearch'],
    ['another 403', { status: 403, body: '{"message":"Forbidden"}' }, 'answer_not_elasticsearch'],
    [
      'a refusal that breaks off',
      { ...refused(403, refusal('security_exception')), isBroken: true },
      'elasticsearch_unavailable',
    ],
  ];
  it.each(rows)('%s', async (_name, answer, code) => {
    await expectEnding(answer, code);
  });

  const event = (status: number, error: object): OddAnswer => ({
    status,
    contentType: 'text/event-stream',
    body: `event: error\ndata: ${JSON.stringify({ error })}\n\n`,
  });
  const ofAzure =
    'Received an authentication error status code for request from inference entity id [x] status [401]. Error message: [Access denied]';
  const type = 'unified_chat_completion_exception';
  it.each<[string, number, object, string]>([
    ['a privilege', 403, refusal('security_exception'), 'inference_privilege_missing'],
    ['a refusal by Azure', 401, { code: 'unauthorized', message: ofAzure, type }, 'key_rejected'],
    ['an endpoint', 404, refusal('resource_not_found_exception'), 'resource_not_found'],
  ])('an event about %s', async (_name, status, error, code) => {
    expect(await endings(event(status, error), questions)).toEqual(every(questions, code));
  });

  it('an unknown endpoint is none', async () => {
    stage.answers(refused(404, refusal('resource_not_found_exception')));
    expect(await stage.target.look(id)).toBeUndefined();
    expect(await stage.target.remove(id)).toBeUndefined();
  });

  const values = ['', 'null', '[]', '{}', '7', '"text"', 'true'];
  const bodies = [...values, '{"endpoints":7}', '{"endpoints":[null]}'];
  it.each([...bodies, '{"endpoints":[{"inference_id":7}]}', '{"cluster":null}', '{"endpoints":'])(
    'a body that is none: %s',
    async (body) => {
      const ended = await endings({ body }, { ...reads, ...writes });
      const named = ['an answer', 'answer_not_elasticsearch', 'inference_endpoint_conflict'];
      expect(Object.entries(ended).filter(([, end]) => !named.includes(end))).toEqual([]);
    },
  );

  it.each(bodies)('a creation that has no answer is none: %s', async (body) => {
    const ended = await endings({ body }, { create: (target) => target.create(spec) });
    expect(ended['create']).toBe('answer_not_elasticsearch');
  });
});
