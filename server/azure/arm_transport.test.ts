import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import {
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import { problemOf } from '../../test/fakes/contract_stage';
import { simulatedAzure, type SimulatedAzure } from '../../test/fakes/simulated_azure';
import { toSetupError } from './arm_errors';
import { createTransport } from './arm_transport';

const host = 'management.azure.com';
const url = `https://${host}/subscriptions?api-version=2022-12-01`;

let simulator: SimulatedAzure;
let authority: string;
beforeAll(async () => {
  simulator = await simulatedAzure();
  authority = await readFile(simulator.caFile, 'utf8');
});
beforeEach(() => simulator.reset('empty', 'instant'));
afterAll(() => simulator.stop());

const send = (transport: HttpClient, to = url, abortSignal?: AbortSignal) =>
  transport.sendRequest(createPipelineRequest({ url: to, abortSignal }));

/** As every caller of the transport sees a failure. */
const failure = (transport: HttpClient, to = url, abortSignal?: AbortSignal) =>
  problemOf(
    send(transport, to, abortSignal).catch((error: unknown) => {
      throw toSetupError(error);
    }),
  );

/** A proxy that counts and then does as told. */
async function aProxy(answer: 'tunnel' | number) {
  const seen: string[] = [];
  const proxy: Server = createServer();
  proxy.on('connect', (request, socket, head) => {
    seen.push(request.url ?? '');
    if (answer !== 'tunnel') return void socket.end(`HTTP/1.1 ${answer} No\r\n\r\n`);
    const { port } = new URL(simulator.proxyUrl);
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

describe('the way out to Azure', () => {
  it('leads to the management and sign-in hosts', async () => {
    const transport = simulator.transport('public');
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
  ])('does not lead to %s', async (to) => {
    expect((await failure(simulator.transport('public'), to)).code).toBe('azure_host_refused');
    expect(simulator.requests).toEqual([]);
  });

  it.each(['https://evil.example.com/', '/elsewhere'])('follows no redirect to %s', async (to) => {
    const action = { status: 307, code: 'Moved', message: 'Moved.', headers: { location: to } };
    simulator.state.faults = [{ match: { path: '/' }, times: 1, action }];
    expect((await failure(simulator.transport('public'))).code).toBe('azure_host_refused');
  });

  it.each([
    ['3600', 3_600],
    ['86400000', 86_400_000],
    [new Date(Date.now() + 3_600_000).toUTCString(), undefined],
  ])('does not wait for an hour because it is told to: %s', async (pause, seconds) => {
    const headers = { 'retry-after': pause };
    const action = { status: 429, code: 'TooManyRequests', message: 'Wait.', headers };
    simulator.state.faults = [{ match: { path: '/' }, times: 1, action }];
    const pipeline = createPipelineFromOptions({});
    const asked = pipeline.sendRequest(
      simulator.transport('public'),
      createPipelineRequest({ url }),
    );
    const found = await problemOf(
      asked.catch((error: unknown) => {
        throw toSetupError(error);
      }),
    );
    expect(found).toMatchObject({ code: 'azure_throttled', azure: { message: 'Wait.' } });
    expect(found.detail?.seconds).toBe(seconds);
  });

  it('trusts nobody that it was not told to trust', async () => {
    const { proxyUrl } = simulator;
    const problem = await failure(createTransport({ cloud: 'public', proxyUrl }));
    expect(problem).toMatchObject({ code: 'azure_untrusted', detail: { host } });
  });

  it('gives up in time, also in the middle of an answer', async () => {
    simulator.state.faults = [{ match: { path: '/' }, times: 1, action: { slowMs: 500 } }];
    const certificateAuthorities = [authority];
    const { proxyUrl } = simulator;
    const options = { cloud: 'public', proxyUrl, certificateAuthorities, timeoutMs: 50 } as const;
    expect(await failure(createTransport(options))).toMatchObject({
      code: 'azure_unreachable',
      detail: { host },
    });
  });

  it('stops when its caller does', async () => {
    const gone = AbortSignal.abort();
    expect(await failure(simulator.transport('public'), url, gone)).toEqual({ code: 'azure_busy' });
  });

  it('names the host that it could not reach', async () => {
    const proxyUrl = 'http://127.0.0.1:9';
    expect(await failure(createTransport({ cloud: 'public', proxyUrl }))).toEqual({
      code: 'azure_unreachable',
      detail: { host, reason: 'ECONNREFUSED' },
    });
  });

  it.each([403, 407, 502])('knows the answer %d of a proxy from one of Azure', async (status) => {
    const { proxyUrl, stop } = await aProxy(status);
    const problem = await failure(createTransport({ cloud: 'public', proxyUrl }));
    stop();
    expect(problem).toEqual({
      code: 'azure_unreachable',
      detail: { host, reason: `PROXY_${status}` },
    });
  });

  it('keeps one tunnel open for all requests', async () => {
    const { proxyUrl, seen, stop } = await aProxy('tunnel');
    const certificateAuthorities = [authority];
    const transport = createTransport({ cloud: 'public', proxyUrl, certificateAuthorities });
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
      const certificateAuthorities = [authority];
      const transport = createTransport({ cloud: 'public', certificateAuthorities });
      expect((await send(transport)).status).toBe(401);
      expect((await send(simulator.transport('public'))).status).toBe(401);
      stop();
      expect(seen).toHaveLength(1);
    });
  });
});
