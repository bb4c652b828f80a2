import { valuesOf } from '../../../../common/problem';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import { problemOf } from '../../../../test/support/adapter_stage';
import { useSimulatedAzure } from '../../../../test/support/simulated_azure';
import { toSetupError } from './errors/errors';
import { createTransport } from './arm_transport';

const host = 'management.azure.com';
const url = `https://${host}/subscriptions?api-version=2022-12-01`;

const simulator = useSimulatedAzure();
let authority: string;
beforeAll(async () => {
  authority = await readFile(simulator().caFile, 'utf8');
});

/** Accepts compressed responses, as the SDK does. */
const send = (transport: HttpClient, to = url, abortSignal?: AbortSignal) => {
  const headers = createHttpHeaders({ 'accept-encoding': 'gzip,deflate' });
  return transport.sendRequest(createPipelineRequest({ url: to, abortSignal, headers }));
};

/** A failure as callers of the transport see it. */
const failureOf = (sent: Promise<unknown>) =>
  problemOf(
    sent.catch((error: unknown) => {
      throw toSetupError(error);
    }),
  );
const failure = (transport: HttpClient, to = url, abortSignal?: AbortSignal) =>
  failureOf(send(transport, to, abortSignal));

/** A transport that trusts the simulator. */
const trusting = (options: Partial<Parameters<typeof createTransport>[0]> = {}): HttpClient =>
  createTransport({
    ...{ cloud: 'public', proxyUrl: simulator().proxyUrl, certificateAuthorities: [authority] },
    ...options,
  });

/** With the repetitions of the SDK. */
const sendRepeatedly = () =>
  createPipelineFromOptions({}).sendRequest(
    simulator().transport('public'),
    createPipelineRequest({ url }),
  );

/** A proxy that counts connections and then runs the handler. */
async function aProxy(answer: 'tunnel' | number) {
  const seen: string[] = [];
  const proxy: Server = createServer();
  proxy.on('connect', (request, socket, head) => {
    seen.push(request.url ?? '');
    if (answer !== 'tunnel') return void socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
    const { port } = new URL(simulator().proxyUrl);
    const upstream = connect(Number(port), '127.0.0.1', () => {
      upstream.write(`CONNECT ${request.url} HTTP/1.1\r\nHost: ${request.url}\r\n\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    socket.on('close', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = proxy.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    proxyUrl: `http://127.0.0.1:${port}`,
    seen,
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

describe('the transport to Azure', () => {
  it('sends to the management and sign-in hosts', async () => {
    const transport = simulator().transport('public');
    expect((await send(transport)).status).toBe(401);
    const signIn = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';
    expect((await send(transport, signIn)).status).toBe(200);
  });

  it.each([
    'https://evil.example.com/',
    'https://management.azure.com.evil.example.com/',
    'https://management.azure.com@evil.example.com/',
    'https://management.azure.com:8443/',
    'http://management.azure.com/',
    'https://management.chinacloudapi.cn/',
    'https://kibana.openai.azure.com/',
    'not a url',
  ])('does not send to %s', async (to) => {
    expect((await failure(simulator().transport('public'), to)).code).toBe('azure_host_refused');
    expect(simulator().requests).toEqual([]);
  });

  it.each(['https://evil.example.com/', '/elsewhere'])('follows no redirect to %s', async (to) => {
    const action = { status: 307, code: 'Moved', message: 'Moved.', headers: { location: to } };
    simulator().state.faults = [{ match: { path: '/' }, times: 1, action }];
    expect((await failure(simulator().transport('public'))).code).toBe('azure_host_refused');
  });

  it.each([
    ['3600', 3_600],
    ['86400000', 86_400_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), 3_600],
  ])('does not wait for an hour: %s', async (pause, seconds) => {
    const headers = { 'retry-after': pause };
    const action = { status: 429, code: 'TooManyRequests', message: 'Wait.', headers };
    simulator().state.faults = [{ match: { path: '/' }, times: 1, action }];
    const found = await failureOf(sendRepeatedly());
    expect(found).toMatchObject({ code: 'azure_throttled', azure: { message: 'Wait.' } });
    // A date is relative to the start of the test.
    const off = seconds - Number(valuesOf(found).seconds);
    expect(off).toBeGreaterThanOrEqual(0);
    expect(off).toBeLessThan(600);
  });

  it('trusts no certificate authority that is not configured', async () => {
    const { proxyUrl } = simulator();
    const problem = await failure(createTransport({ cloud: 'public', proxyUrl }));
    expect(problem).toMatchObject({ code: 'azure_untrusted', detail: { host } });
  });

  it('times out, also in the middle of a response', async () => {
    simulator().state.faults = [{ match: { path: '/' }, times: 1, action: { slowMs: 500 } }];
    expect(await failure(trusting({ timeoutMs: 50 }))).toMatchObject({
      code: 'azure_unreachable',
      detail: { host },
    });
  });

  it('stops when its caller aborts', async () => {
    const gone = AbortSignal.abort();
    expect(await failure(simulator().transport('public'), url, gone)).toEqual({
      code: 'azure_busy',
    });
  });

  it('names the unreachable host', async () => {
    const proxyUrl = 'http://127.0.0.1:9';
    const direct = new URL(proxyUrl).host;
    expect(await failure(createTransport({ cloud: 'public', proxyUrl }))).toEqual({
      code: 'proxy_unreachable',
      detail: { host, proxy: direct, reason: 'ECONNREFUSED' },
    });
  });

  it.each([
    ['http://no-such-proxy.invalid:3128', /^(ENOTFOUND|EAI_AGAIN)$/],
    ['not a url', /^ERR_INVALID_URL$/],
    ['socks5://127.0.0.1:9', /^ERR_INVALID_URL$/],
  ])('names an invalid proxy: %s', async (proxyUrl, reason) => {
    const problem = await failure(createTransport({ cloud: 'public', proxyUrl }));
    expect(problem.code).toBe('proxy_unreachable');
    expect(valuesOf(problem).reason).toMatch(reason);
  });

  it.each([
    [403, { code: 'proxy_refused', detail: { status: 403 } }],
    [407, { code: 'proxy_authentication_required', detail: { host } }],
    [502, { code: 'azure_unreachable', detail: { host, reason: 'PROXY_502' } }],
  ])('distinguishes a proxy’s %d from Azure’s', async (status, expected) => {
    const { proxyUrl, seen, stop } = await aProxy(status);
    const withPassword = proxyUrl.replace('//', '//kibana:hunter2@');
    const problem = await failure(createTransport({ cloud: 'public', proxyUrl: withPassword }));
    stop();
    expect(problem).toMatchObject(expected);
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    expect(seen).toHaveLength(1);
  });

  it('reports that a proxy requires a password', async () => {
    simulator().state.faults = [{ match: { path: '/' }, action: { html: 407 } }];
    const problem = await failure(simulator().transport('public'));
    expect(problem.code).toBe('proxy_authentication_required');
  });

  it('does not retry after an untrusted certificate', async () => {
    simulator().state.faults = [{ match: { method: 'CONNECT' }, action: 'untrusted' }];
    expect(await problemOf(sendRepeatedly())).toMatchObject({
      code: 'azure_untrusted',
      detail: { host },
    });
  });

  it.each([false, true])('aborts an endless response (compressed: %s)', async (gzip) => {
    const action = { hugeBytes: 205 * 1024 * 1024, gzip };
    simulator().state.faults = [{ match: { path: '/' }, action }];
    const before = process.memoryUsage().arrayBuffers;
    expect(await failure(simulator().transport('public'))).toEqual({
      code: 'azure_answer_too_large',
      detail: { host, megabytes: 20 },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  it.each([
    'truncate',
    'truncate_gzip',
    { hangMs: 600_000 },
    { hangMs: 600_000, after: 'headers' },
  ] as const)('ends if a response never ends: %j', async (action) => {
    simulator().state.faults = [{ match: { path: '/' }, action }];
    expect((await failure(trusting({ timeoutMs: 1_000 }))).code).toBe('azure_unreachable');
  });

  it('keeps one tunnel open for all requests', async () => {
    const { proxyUrl, seen, stop } = await aProxy('tunnel');
    const transport = trusting({ proxyUrl });
    for (let times = 0; times < 3; times++) expect((await send(transport)).status).toBe(401);
    stop();
    expect(seen).toEqual([`${host}:443`]);
  });

  describe('with the standard variables', () => {
    const before = { ...process.env };
    afterEach(() => {
      process.env = { ...before };
    });

    it('uses their proxy, and the setting before it', async () => {
      const { proxyUrl, seen, stop } = await aProxy('tunnel');
      process.env.https_proxy = proxyUrl;
      expect((await send(trusting({ proxyUrl: undefined }))).status).toBe(401);
      expect((await send(simulator().transport('public'))).status).toBe(401);
      stop();
      expect(seen).toHaveLength(1);
    });
  });
});
