import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lineByLine, type StreamLine } from '../../common/route';
import { routes, routeVersion } from '../../common/routes';
import type { ChatAnswer } from '../../common/run';
import { filteredWord } from '../azure';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, basic, problem } from './support/ask';
import { deleteConnector } from './support/kibana_apis';
import { until } from '../kibana';
import { quickTasks, type Who } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';

const features = { azureOpenaiSetup: 'all', actions: 'all' };
const settings = {
  ...quickTasks,
  'host.roles': { setup_person: { features } },
  'host.users': [{ username: 'ada', password: 'changeme', roles: ['setup_person'] }],
};

const stage = useAzureKibana({ settings });
let runId: string;
beforeEach(async () => {
  ({ runId } = await stage.finished());
});

const bodyOf = (question: string) => ({ runId, body: { question } });
const put = (question: string, who: Who = {}) =>
  ask(stage.kibana, 'ask', { ...who, ...bodyOf(question) });
const chats = () =>
  stage.simulator.requests.filter(({ path: asked }) => asked.includes('/chat/completions'));

const events = { 'content-type': 'text/event-stream' };
const eventOf = (content: string, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ delta: { content }, finish_reason: finish }] })}\n\n`;

/** A first word, and the rest when the time has come. */
async function* slowAnswer(held: Promise<void>): AsyncGenerator<string> {
  yield eventOf('Hello ');
  yield eventOf('there ');
  await held;
  yield eventOf('again.', 'stop');
  yield 'data: [DONE]\n\n';
}

const hello = 'Hello. How can I help you today?';

describe('a question of the person', () => {
  it('is answered by the model of the run, in few tokens', async () => {
    const answer = await answerOf(stage.kibana, 'ask', bodyOf('hello'));
    expect(answer).toMatchObject({ text: hello, isCut: false });
    expect(answer.completionTokens).toBeGreaterThan(0);
  });

  it('is answered in growing parts when the request accepts lines', async () => {
    const headers = { accept: lineByLine };
    const { text } = await ask(stage.kibana, 'ask', { ...bodyOf('hello'), headers });
    const lines = text
      .trim()
      .split('\n')
      .map((line) => {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- as over the wire
        const parsed: StreamLine<ChatAnswer, string> = JSON.parse(line);
        return parsed;
      });
    const parts = lines.flatMap((line) => ('part' in line ? [line.part] : []));
    for (const part of parts) expect(hello.startsWith(part)).toBe(true);
    expect(parts.length).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatchObject({ output: { text: hello } });
  });

  it('is answered in one piece when streaming has failed in the setup', async () => {
    const before = chats().length;
    const request = aSetupRequest({
      targetName: 'No stream',
      accountName: 'kbn-no-stream',
      customSubDomainName: 'kbn-no-stream',
    });
    stage.simulator.state.dataReply = ({ body }) =>
      body.includes('"stream":true')
        ? { status: 500, json: { error: { code: '500', message: 'no streams here' } } }
        : undefined;
    const run = await stage.finished(request);
    ({ runId } = run);
    expect(run.answer?.probes).toContainEqual(
      expect.objectContaining({ probe: 'stream', status: 'fail' }),
    );
    expect(await answerOf(stage.kibana, 'ask', bodyOf('hello'))).toMatchObject({ text: hello });
    expect(chats().length).toBeGreaterThan(before);
  });

  it.each([
    [`Tell me about ${filteredWord}`, 'content_filtered'],
    ['hello', 'rate_limited'],
    ['hello', 'key_rejected'],
  ])('%j is refused by name: %s', async (question, code) => {
    const replies: Record<string, number> = { rate_limited: 429, key_rejected: 401 };
    const status = replies[code];
    if (status)
      stage.simulator.state.dataReply = () => ({
        status,
        json: { error: { code: String(status), message: 'No.' } },
      });
    expect(await put(question)).toMatchObject(problem(code));
  });

  it('is for the person whose run it is, in its space, while the run is finished and its connector exists', async () => {
    expect(await put('hello', { as: 'ada' })).toMatchObject(problem('run_not_found'));
    expect(await put('hello', { space: 'marketing' })).toMatchObject(problem('run_not_found'));
    await deleteConnector(stage.kibana, runId);
    expect(await put('hello')).toMatchObject(problem('resource_not_found'));
    await stage.undone(runId);
    expect(await put('hello')).toMatchObject(problem('run_not_resumable'));
  });

  it('is one at a time for a person and a run', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const before = chats().length;
    stage.simulator.state.dataReply = () => ({
      status: 200,
      headers: events,
      stream: slowAnswer(held),
    });
    const first = put('hello');
    await until(
      () => chats().length,
      (count) => count > before,
    );
    expect(await put('hello')).toMatchObject(problem('too_many_requests'));
    stage.simulator.state.dataReply = undefined;
    release();
    expect((await first).status).toBe(200);
    expect((await put('hello')).status).toBe(200);
  });

  it('ends in Azure when the page goes away, and another one can be put', async () => {
    let release: () => void = () => undefined;
    const stream = slowAnswer(
      new Promise<void>((resolve) => {
        release = resolve;
      }),
    );
    stage.simulator.state.dataReply = () => ({ status: 200, headers: events, stream });
    const page = new AbortController();
    const response = await fetch(stage.kibana.url + routes.ask.path.replace('{runId}', runId), {
      method: 'POST',
      headers: {
        authorization: basic('elastic'),
        'kbn-xsrf': 'true',
        'x-elastic-internal-origin': 'Kibana',
        'elastic-api-version': routeVersion,
        'content-type': 'application/json',
        accept: lineByLine,
      },
      body: JSON.stringify({ question: 'hello' }),
      signal: page.signal,
    });
    const { value } = (await response.body?.getReader().read()) ?? {};
    expect(new TextDecoder().decode(value)).toContain('"part"');
    stage.simulator.state.dataReply = undefined;
    expect(await put('hello')).toMatchObject(problem('too_many_requests'));
    page.abort();
    // The first question is over although its answer never ends.
    await until(
      () => put('hello'),
      ({ status }) => status === 200,
    );
    release();
  });

  it('is audited without question and answer', async () => {
    await put('hello, WORDS-OF-MY-OWN');
    const audit = await readFile(path.join(stage.env.home, 'data', 'audit.log'), 'utf8');
    const acts = audit.split('\n').filter((line) => line.includes('azure_openai_setup_ask'));
    expect(acts.some((line) => line.includes(runId) && line.includes('success'))).toBe(true);
    const everything = audit + stage.kibana.log();
    expect(everything).not.toContain('WORDS-OF-MY-OWN');
    expect(everything).not.toContain(hello);
  });
});
