import { valuesOf } from '../../common/problem';
import type { Mood, Reply } from '../azure';
import { connectorId, wireConnectors, type Wired } from './wired';

let wired: Wired;

afterEach(() => wired.stop());

const page = (status: number): Reply => ({
  status,
  headers: { 'content-type': 'text/html' },
  text: '<html><h1>Blocked by the web filter</h1></html>',
});
const refusal = (status: number, message: string): Reply => ({
  status,
  json: { error: { code: String(status), message } },
});

/** The outcome of the question for an answer of the data plane. */
async function askTarget(arrange: (wired: Wired) => void, deployment?: string) {
  wired = await wireConnectors(deployment);
  arrange(wired);
  return wired.target.ask(connectorId);
}
const reply = (answer: Reply) =>
  askTarget(({ simulator }) => (simulator.state.dataReply = () => answer));

describe('the first answer', () => {
  it('is the text of the model', async () => {
    expect(await askTarget(() => undefined)).toMatchObject({
      status: 'answered',
      answer: { text: 'Hello. How can I help you today?', model: 'gpt-5.2-2025-12-11' },
    });
  });

  it.each<[Mood, string, string | undefined]>([
    ['empty', 'answer_empty', 'stop'],
    ['no_content', 'answer_empty', 'stop'],
    ['blank', 'answer_empty', 'stop'],
    ['out_of_tokens', 'answer_empty', 'length'],
    ['refusal', 'answer_empty', 'refusal'],
    ['calls_unasked', 'answer_empty', 'tool_calls'],
    ['filtered', 'content_filtered', undefined],
    ['filtered_midway', 'content_filtered', undefined],
  ])('is a failure when the model succeeds without text: %s', async (mood, code, reason) => {
    const said = await askTarget(({ simulator }) => (simulator.state.mood = mood));
    expect(said).toMatchObject({ status: 'failed', problem: { code } });
    expect('problem' in said && valuesOf(said.problem).reason).toBe(reason);
  });

  it.each<[string, Reply, string, string]>([
    ['a page', page(200), 'failed', 'answer_unreadable'],
    ['nothing', { status: 200, text: '' }, 'failed', 'answer_unreadable'],
    ['other JSON', { status: 200, json: { ok: true } }, 'failed', 'answer_unreadable'],
    ['a page with 403', page(403), 'propagating', 'gateway_refused'],
    ['a page with 401', page(401), 'propagating', 'gateway_refused'],
    ['a page with 404', page(404), 'propagating', 'gateway_refused'],
    ['a page with 503', page(503), 'propagating', 'gateway_refused'],
    ['a wish for a sign-in', page(407), 'failed', 'connector_proxy_refused'],
    [
      'other JSON with 403',
      { status: 403, json: { error: { reason: 'x' } } },
      'propagating',
      'gateway_refused',
    ],
    [
      'too many megabytes',
      { status: 200, text: 'x'.repeat(1_100_000) },
      'failed',
      'answer_unreadable',
    ],
  ])('is none when a gateway answers with %s', async (_what, answer, status, code) => {
    expect(await reply(answer)).toMatchObject({ status, problem: { code } });
  });

  it.each<[string, Reply, string, string]>([
    [
      'a wait of a day',
      refusal(429, 'Please retry after 86400 seconds.'),
      'failed',
      'rate_limited',
    ],
    ['a short wait', refusal(429, 'Please retry after 5 seconds.'), 'propagating', 'rate_limited'],
    [
      'a failure of its own',
      refusal(500, 'The server had an error.'),
      'propagating',
      'answer_busy',
    ],
    [
      'a missing role',
      refusal(
        401,
        'The principal `x` lacks the required data action `y` to perform `z` operation.',
      ),
      'failed',
      'data_permission_denied',
    ],
    [
      'an old form of it',
      refusal(401, 'Principal does not have access to API/Operation.'),
      'failed',
      'data_permission_denied',
    ],
    [
      'its limit of context',
      refusal(400, "This model's maximum context length is 4096 tokens."),
      'failed',
      'context_too_long',
    ],
    [
      'a parameter',
      refusal(400, "Unsupported value: 'temperature' does not support 0 with this model."),
      'failed',
      'parameter_unsupported',
    ],
    [
      'its filter',
      refusal(
        400,
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
      ),
      'failed',
      'content_filtered',
    ],
  ])('is none when Azure refuses with %s', async (_what, answer, status, code) => {
    expect(await reply(answer)).toMatchObject({ status, problem: { code } });
  });

  it('of a model that does not chat is named', async () => {
    expect(await askTarget(() => undefined, 'vectors')).toMatchObject({
      status: 'failed',
      problem: { code: 'chat_not_supported' },
    });
  });

  it('is temporary while the deployment is unknown', async () => {
    expect(await askTarget(() => undefined, 'nowhere')).toMatchObject({
      status: 'propagating',
      problem: { code: 'deployment_not_found' },
    });
  });

  it('names a proxy that refuses the tunnel', async () => {
    const said = await askTarget(({ simulator }) =>
      simulator.state.faults.push({
        match: { method: 'CONNECT' },
        times: 9,
        action: { status: 407, code: 'Proxy Authentication Required', message: '' },
      }),
    );
    expect(said).toMatchObject({ status: 'failed', problem: { code: 'connector_proxy_refused' } });
  });

  it('names a certificate that connectors do not trust', async () => {
    wired = await wireConnectors('chat', { 'xpack.actions.ssl.verificationMode': 'full' });
    expect(await wired.target.ask(connectorId)).toMatchObject({
      status: 'failed',
      problem: { code: 'endpoint_untrusted' },
    });
  });

  it('waits for a key that the endpoint does not know yet', async () => {
    const said = await askTarget(({ account }) => (account.keys.key1 = 'regenerated'));
    expect(said).toMatchObject({ status: 'propagating', problem: { code: 'key_rejected' } });
  });

  it('ends when the model never answers, and leaves no call behind', async () => {
    wired = await wireConnectors();
    wired.simulator.state.delays.answerMs = 3_600_000;
    const said = await wired.target.ask(connectorId, { timeoutMs: 500 });
    expect(said).toMatchObject({ status: 'propagating', problem: { code: 'answer_slow' } });
  });

  it('ends when the caller aborts', async () => {
    wired = await wireConnectors();
    wired.simulator.state.delays.answerMs = 3_600_000;
    const controller = new AbortController();
    const pending = wired.target.ask(connectorId, { signal: controller.signal });
    controller.abort();
    expect(await pending).toMatchObject({ problem: { code: 'answer_slow' } });
  });

  it('is refused by Kibana when the person can no longer execute connectors', async () => {
    wired = await wireConnectors();
    wired.forbidden.add('execute');
    await expect(wired.target.ask(connectorId)).rejects.toMatchObject({
      problem: { code: 'connector_privilege_missing' },
    });
  });
});

describe('the probes', () => {
  it.each<['stream' | 'tools', Mood | undefined, string, string | undefined]>([
    ['stream', undefined, 'chat', undefined],
    ['tools', undefined, 'chat', undefined],
    ['stream', 'empty', 'chat', 'stream_failed'],
    ['stream', 'blank', 'chat', 'stream_failed'],
    ['stream', 'out_of_tokens', 'chat', 'stream_failed'],
    ['stream', 'filtered', 'chat', 'content_filtered'],
    ['stream', 'filtered_midway', 'chat', 'content_filtered'],
    ['stream', 'refusal', 'chat', 'stream_failed'],
    ['tools', 'empty', 'chat', 'tool_call_failed'],
    ['tools', 'calls_unasked', 'chat', 'tool_call_failed'],
    ['tools', 'broken_arguments', 'chat', 'tool_call_failed'],
    ['tools', 'array_arguments', 'chat', 'tool_call_failed'],
    ['tools', 'no_arguments', 'chat', 'tool_call_failed'],
    ['tools', 'filtered', 'chat', 'content_filtered'],
    ['tools', undefined, 'newest', 'tools_unsupported'],
  ])('%s of a model in the mood %s (%s): %s', async (probe, mood, deployment, code) => {
    wired = await wireConnectors(deployment);
    wired.simulator.state.mood = mood;
    const { status, problem } = await wired.target.probe(connectorId, probe);
    expect([status, problem?.code]).toEqual([code ? 'fail' : 'pass', code]);
  });
});
