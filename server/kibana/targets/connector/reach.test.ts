import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Simulator, startSimulator } from '../../../../test/azure';
import { reach, type ConnectorNetwork } from './reach';

const endpoint = 'https://contoso-search-openai.openai.azure.com/';
const region = 'https://eastus2.api.cognitive.microsoft.com/';
const unknownEndpoint = 'https://no-such-account.openai.azure.com/';

let dir: string;
let simulator: Simulator;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-reach-'));
  simulator = await startSimulator({ dir, world: 'established', speed: 'instant' });
});
beforeEach(() => simulator.reset('established'));
afterAll(async () => {
  await simulator.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Connects through the proxy. Its authority is not in any trust store, so most tests skip the verification. */
const network = (
  verificationMode: ConnectorNetwork['verificationMode'] = 'none',
  proxy: object = {},
): ConnectorNetwork => ({
  proxy: { proxyUrl: simulator.proxyUrl, proxySSLSettings: {}, ...proxy },
  verificationMode,
});
const refuseConnect = (status: number) =>
  simulator.state.faults.push({
    match: { method: 'CONNECT' },
    times: 1,
    action: { status, code: 'No', message: 'No' },
  });

describe('the connection to an endpoint', () => {
  it.each([endpoint, region])('reaches %s, and sends nothing', async (url) => {
    expect(await reach(url, network())).toEqual({ status: 'reached' });
    const [asked] = simulator.requests.filter(({ method }) => method !== 'CONNECT');
    expect(asked).toMatchObject({ method: 'HEAD', path: '/' });
  });

  it('is unknown when the name does not resolve', async () => {
    expect(await reach(unknownEndpoint, network())).toEqual({ status: 'unknown' });
  });

  it.each([403, 407])('is blocked when the proxy answers %i', async (status) => {
    refuseConnect(status);
    expect(await reach(endpoint, network())).toEqual({
      status: 'blocked',
      problem: {
        code: 'connector_proxy_refused',
        detail: { host: 'contoso-search-openai.openai.azure.com', status },
      },
    });
  });

  it('is blocked when the proxy takes the connection and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const proxyUrl = `http://127.0.0.1:${port}`;
    expect(await reach(endpoint, network('none', { proxyUrl }))).toMatchObject({
      status: 'blocked',
      problem: { code: 'endpoint_unreachable', detail: { reason: 'ETIMEDOUT' } },
    });
    expect(sockets).toHaveLength(1);
    sockets.forEach((socket) => socket.destroy());
    silent.close();
  });

  it('is blocked when the certificate is not trusted', async () => {
    expect(await reach(endpoint, network('full'))).toMatchObject({
      status: 'blocked',
      problem: { code: 'endpoint_untrusted' },
    });
  });

  it('is blocked when the connection is cut', async () => {
    simulator.state.faults.push({ match: { method: 'CONNECT' }, times: 1, action: 'reset' });
    expect(await reach(endpoint, network())).toMatchObject({
      status: 'blocked',
      problem: { code: 'endpoint_unreachable' },
    });
  });

  it('bypasses the proxy for configured hosts', async () => {
    const { hostname } = new URL(unknownEndpoint.replace('openai.azure.com', 'invalid'));
    const bypass = { proxyBypassHosts: new Set([hostname]) };
    await reach(`https://${hostname}/`, network('none', bypass));
    await reach(`https://${hostname}/`, network('none', { proxyOnlyHosts: new Set(['other']) }));
    expect(simulator.requests).toEqual([]);
  });
});
