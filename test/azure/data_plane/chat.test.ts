import { errorCode, pick, signIn } from '../arm_calls';
import { requestsThrough } from '../requests_through';
import type { Simulator } from '../simulator';
import { useSimulator } from '../use_simulator';
import { credentials, ids, onSubscription } from '../worlds/people';
import { aDeployment, aGroup, anAccount } from '../worlds/resources';
import type { SimAccount } from '../worlds/world';
import { filteredWord } from './chat_rules';
import type { Mood } from './moods';

const minute = 60_000;

let simulator: Simulator;
let ask: ReturnType<typeof requestsThrough>;
let account: SimAccount;
useSimulator((started) => {
  simulator = started;
  ask = requestsThrough(simulator);
});
beforeEach(() => {
  simulator.reset('empty', 'instant');
  account = anAccount('kbn', 'rg', {
    deployments: [
      aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 80]),
      aDeployment('old', ['gpt-4o', '2024-11-20'], ['GlobalStandard', 1]),
      aDeployment('vectors', ['text-embedding-3-large', '1'], ['Standard', 1]),
      aDeployment('newer', ['gpt-5.4', '2026-03-05'], ['GlobalStandard', 1]),
      aDeployment('newest', ['gpt-5.6-luna', '2026-07-07'], ['GlobalStandard', 1]),
    ],
  });
  simulator.state.world.groups.push(aGroup('rg', 'eastus2'));
  simulator.state.world.accounts.push(account);
});

const host = 'https://kbn.openai.azure.com';
const ping = { messages: [{ role: 'user', content: 'ping' }] };
const chatUrl = (name: string, version = '2025-04-01-preview') =>
  `${host}/openai/deployments/${name}/chat/completions?api-version=${version}`;
const chat = (name: string, extra: Record<string, unknown> = {}) =>
  ask(chatUrl(name), {
    headers: { 'api-key': account.keys.key1 },
    body: { ...ping, ...extra },
  });

describe('an answer', () => {
  it('is one response with usage and remaining limits', async () => {
    const { status, json, headers } = await chat('chat');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      object: 'chat.completion',
      choices: [{ finish_reason: 'stop', message: { role: 'assistant', content: 'pong' } }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
    expect(headers['x-ratelimit-limit-tokens']).toBe('80000');
    expect(headers['apim-request-id']).toEqual(expect.any(String));
  });

  it('streams word by word, ends with DONE, and reports the usage on request', async () => {
    const { text, headers } = await chat('chat', {
      messages: [{ role: 'user', content: 'hello' }],
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
    const events = text.trim().split('\n\n');
    expect(events.at(-1)).toBe('data: [DONE]');
    const chunks = events.slice(0, -1).map((one): unknown => JSON.parse(one.slice(6)));
    const words = chunks.map((one) => pick(one, 'choices', 0, 'delta', 'content'));
    expect(words.filter((word) => typeof word === 'string').join('')).toBe(
      'Hello. How can I help you today?',
    );
    expect(pick(chunks[0], 'choices')).toEqual([]);
    expect(pick(chunks.at(-1), 'usage', 'completion_tokens')).toBeGreaterThan(0);
  });

  const tools = [
    {
      type: 'function',
      function: {
        name: 'search',
        parameters: {
          type: 'object',
          properties: { query: { type: 'string' }, size: { type: 'integer' } },
          required: ['query'],
        },
      },
    },
  ];
  it('calls an offered function, and continues after its result', async () => {
    const called = await chat('chat', { tools });
    expect(pick(called.json, 'choices', 0)).toMatchObject({
      finish_reason: 'tool_calls',
      message: {
        content: null,
        tool_calls: [
          { type: 'function', function: { name: 'search', arguments: '{"query":"example"}' } },
        ],
      },
    });
    const toolCalls = pick(called.json, 'choices', 0, 'message', 'tool_calls');
    const answered = await chat('chat', {
      tools,
      messages: [
        ...ping.messages,
        { role: 'assistant', content: null, tool_calls: toolCalls },
        { role: 'tool', tool_call_id: pick(toolCalls, 0, 'id'), content: '42' },
      ],
    });
    expect(pick(answered.json, 'choices', 0, 'message', 'content')).toBe('pong');
  });

  it('of newer models supports tools only without reasoning, which is the default of the newest', async () => {
    expect((await chat('newer', { tools })).status).toBe(200);
    expect((await chat('newest', { tools, reasoning_effort: 'none' })).status).toBe(200);
    for (const refused of [
      await chat('newer', { tools, reasoning_effort: 'low' }),
      await chat('newest', { tools }),
    ]) {
      expect(refused.status).toBe(400);
      expect(pick(refused.json, 'error', 'param')).toBe('reasoning_effort');
      expect(pick(refused.json, 'error', 'code')).toBeNull();
    }
    expect((await chat('newest')).status).toBe(200);
  });

  it.each<[Mood, object]>([
    ['empty', { finish_reason: 'stop', message: { content: '' } }],
    ['no_content', { finish_reason: 'stop', message: { content: null } }],
    ['out_of_tokens', { finish_reason: 'length', message: { content: '' } }],
    ['filtered', { finish_reason: 'content_filter', message: { content: '' } }],
    ['refusal', { message: { content: null, refusal: 'I cannot help with that.' } }],
    ['calls_unasked', { finish_reason: 'tool_calls', message: { content: null } }],
  ])('can succeed without text: %s', async (mood, choice) => {
    simulator.state.mood = mood;
    const { status, json } = await chat('chat');
    expect(status).toBe(200);
    expect(pick(json, 'choices', 0)).toMatchObject(choice);
  });

  it('comes by the v1 route as well, with the key as a bearer', async () => {
    const { json } = await ask(`${host}/openai/v1/chat/completions`, {
      headers: { authorization: `Bearer ${account.keys.key2}` },
      body: { ...ping, model: 'chat' },
    });
    expect(pick(json, 'choices', 0, 'message', 'content')).toBe('pong');
  });

  it('comes from the regional host, for an account without a sub domain', async () => {
    account.customSubDomainName = undefined;
    const { json } = await ask(
      chatUrl('chat').replace(host, 'https://eastus2.api.cognitive.microsoft.com'),
      { headers: { 'api-key': account.keys.key1 }, body: ping },
    );
    expect(pick(json, 'choices', 0, 'message', 'content')).toBe('pong');
  });

  it('is given to a person with the data role, not to a Contributor', async () => {
    const scope = 'https://cognitiveservices.azure.com/.default';
    const { json } = await signIn(ask, credentials.good, { scope });
    const withToken = () =>
      ask(chatUrl('chat'), {
        headers: { authorization: `Bearer ${String(pick(json, 'access_token'))}` },
        body: ping,
      });
    expect(errorCode(await withToken())).toBe('PermissionDenied');
    simulator.state.world.apps[0]?.assignments.push(
      onSubscription(ids.main, 'Cognitive Services OpenAI User'),
    );
    expect((await withToken()).status).toBe(200);
  });
});

describe('parameters', () => {
  it.each<[string, Record<string, unknown>, string | null, string | null]>([
    ['chat', { max_tokens: 5 }, 'unsupported_parameter', 'max_tokens'],
    ['chat', { temperature: 0.2 }, 'unsupported_value', 'temperature'],
    ['chat', { logprobs: true }, 'unsupported_parameter', 'logprobs'],
    ['chat', { reasoning_effort: 'minimal' }, 'unsupported_value', 'reasoning_effort'],
    ['old', { reasoning_effort: 'low' }, null, null],
    ['chat', { nonsense: 1 }, null, null],
    ['chat', { parallel_tool_calls: true }, null, 'parallel_tool_calls'],
    ['chat', { stream_options: { include_usage: true } }, null, 'stream_options'],
    ['chat', { messages: [] }, 'invalid_value', 'messages'],
  ])('of %s: %j is refused', async (name, extra, code, parameter) => {
    const { status, json } = await chat(name, extra);
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { type: 'invalid_request_error', code, param: parameter },
    });
  });

  it('that reasoning models reject work with others', async () => {
    expect((await chat('old', { max_tokens: 5, temperature: 0.2 })).status).toBe(200);
    expect((await chat('chat', { max_completion_tokens: 5, temperature: 1 })).status).toBe(200);
  });

  it('came with later versions of the API', async () => {
    const early = await ask(chatUrl('chat', '2024-06-01'), {
      headers: { 'api-key': account.keys.key1 },
      body: { ...ping, max_completion_tokens: 5 },
    });
    expect(pick(early.json, 'error', 'message')).toBe(
      'Unrecognized request argument supplied: max_completion_tokens',
    );
  });

  it('are filtered for content', async () => {
    const answer = await chat('chat', { messages: [{ role: 'user', content: filteredWord }] });
    expect(answer.json).toMatchObject({
      error: { code: 'content_filter', innererror: { code: 'ResponsibleAIPolicyViolation' } },
    });
  });
});

describe('a refusal', () => {
  it('of a wrong key, and of a key that was replaced', async () => {
    const before = account.keys.key1;
    account.keys.key1 = 'something else';
    const answer = await ask(chatUrl('chat'), { headers: { 'api-key': before }, body: ping });
    expect([answer.status, errorCode(answer)]).toEqual([401, '401']);
  });

  it.each<[string, Partial<SimAccount>, string]>([
    ['keys switched off', { disableLocalAuth: true }, 'AuthenticationTypeDisabled'],
    ['a private account', { publicNetworkAccess: 'Disabled' }, '403'],
    [
      'a fenced account',
      { networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] } },
      '403',
    ],
  ])('because of %s', async (_what, change, code) => {
    Object.assign(account, change);
    const answer = await chat('chat');
    expect([answer.status, errorCode(answer)]).toEqual([403, code]);
  });

  it('does not affect an allowed address', async () => {
    account.networkAcls = {
      defaultAction: 'Deny',
      ipRules: [{ value: '203.0.113.0/24' }],
      virtualNetworkRules: [],
    };
    expect((await chat('chat')).status).toBe(200);
  });

  it('of a deployment that is not there, or not yet', async () => {
    expect(errorCode(await chat('none'))).toBe('DeploymentNotFound');
    const [deployment] = account.deployments;
    if (deployment) deployment.visibleAt = Date.now() + minute;
    expect([(await chat('chat')).status, errorCode(await chat('chat'))]).toEqual([
      404,
      'DeploymentNotFound',
    ]);
    simulator.state.skewMs = minute;
    expect((await chat('chat')).status).toBe(200);
  });

  it('of a model that does not chat', async () => {
    expect(errorCode(await chat('vectors'))).toBe('OperationNotSupported');
  });

  it('of a wrong path and of a wrong version', async () => {
    const headers = { 'api-key': account.keys.key1 };
    const path = await ask(`${host}/openai/deployments/chat/chat`, { headers, body: ping });
    expect([path.status, path.text]).toEqual([
      404,
      '{"error":{"code":"404","message": "Resource not found"}}',
    ]);
    const version = await ask(chatUrl('chat', '1999-01-01'), { headers, body: ping });
    expect(pick(version.json, 'error', 'message')).toBe('API version not supported');
  });

  it('when the tokens of the minute are used up', async () => {
    const long = { messages: [{ role: 'user', content: 'x'.repeat(4 * 990) }] };
    expect((await chat('old', long)).status).toBe(429);
    const { status, json, headers } = await chat('old');
    expect([status, pick(json, 'error', 'code')]).toEqual([429, '429']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    simulator.state.skewMs = 61_000;
    expect((await chat('old')).status).toBe(200);
  });

  it('comes from the proxy while the name of a new account is not known yet', async () => {
    simulator.state.delays.dnsMs = 5 * minute;
    account.readyAt = Date.now();
    expect((await chat('chat')).status).toBe(502);
    simulator.state.skewMs = 5 * minute;
    expect((await chat('chat')).status).toBe(200);
  });
});
