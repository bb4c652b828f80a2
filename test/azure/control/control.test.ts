import { armCalls, errorCode, items, pick } from '../arm_calls';
import { secretMarker } from '../worlds/keys';
import type { Simulator } from '../simulator';
import { useSimulator } from '../use_simulator';
import { criticalPathMs, speeds } from '../speed';
import { ids } from '../worlds/people';

let simulator: Simulator;
useSimulator((started) => (simulator = started));
beforeEach(() => simulator.reset('empty', 'instant'));

const call = async (path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${simulator.controlUrl}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
};
const json = (text: string): unknown => JSON.parse(text);

describe('the control server', () => {
  it('lists the worlds and changes to one', async () => {
    const worlds = json((await call('/api/worlds')).text);
    const named = items(worlds, 'worlds').find((world) => pick(world, 'name') === 'no_quota');
    expect(pick(named, 'description')).toContain('No quota');
    expect((await call('/api/world', { world: 'established', speed: 'quick' })).status).toBe(200);
    const state = json((await call('/api/state')).text);
    expect(state).toMatchObject({ world: 'established', speed: 'quick' });
    expect(pick(state, 'accounts', 0, 'name')).toBe('contoso-search-openai');
  });

  it('refuses unknown values', async () => {
    expect((await call('/api/world', { world: 'narnia' })).status).toBe(400);
    expect((await call('/api/faults', [{ times: 1 }])).status).toBe(400);
    expect((await call('/api/advance', [])).status).toBe(400);
    expect((await call('/api/nothing')).status).toBe(404);
  });

  it('shows no secret on its pages', async () => {
    simulator.reset('established');
    expect((await call('/')).text).toContain('contoso-search-openai');
    expect((await call('/')).text).not.toContain(secretMarker);
    expect((await call('/api/state')).text).not.toContain(secretMarker);
  });

  const submit = (path: string, fields: Record<string, string>) =>
    fetch(`${simulator.controlUrl}${path}`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(fields),
    });

  it('changes the speed by its form, and keeps resources', async () => {
    simulator.reset('established', 'instant');
    const { put } = await armCalls(simulator);
    await put(`/subscriptions/${ids.main}/resourceGroups/kept`, { location: 'eastus' });
    const answer = await submit('/speed', { speed: 'quick' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const state = json((await call('/api/state')).text);
    expect(state).toMatchObject({ world: 'established', speed: 'quick', delays: speeds.quick });
    expect(JSON.stringify(pick(state, 'resourceGroups'))).toContain('"kept"');
    expect((await call('/')).text).toContain('<option value="quick" selected>');
  });

  it('starts over in another world by its form, at the same speed', async () => {
    simulator.reset('established', 'quick');
    expect((await submit('/world', { world: 'no_quota' })).status).toBe(303);
    const state = json((await call('/api/state')).text);
    expect(state).toMatchObject({ world: 'no_quota', speed: 'quick', accounts: [] });
  });

  it.each([
    ['/world', { world: 'narnia' }],
    ['/speed', { speed: 'warp' }],
  ])('refuses invalid values in the form of %s', async (path, fields) => {
    const answer = await submit(path, fields);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('There is no such');
    expect(json((await call('/api/state')).text)).toMatchObject({ world: 'empty' });
  });

  it('responds to pages of this machine only', async () => {
    const own = await call('/api/state', undefined, { origin: 'http://localhost:5601' });
    expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:5601');
    const other = await call('/api/state', undefined, { origin: 'https://evil.example' });
    expect(other.status).toBe(403);
  });

  it('returns and clears the requests', async () => {
    const { get } = await armCalls(simulator);
    await get('/tenants');
    const seen = json((await call('/api/requests')).text);
    expect(pick(seen, 'requests', 0)).toMatchObject({
      host: 'login.microsoftonline.com',
      authorization: 'none',
    });
    expect(pick(seen, 'requests', 0, 'body')).toContain('client_secret=');
    expect(pick(seen, 'requests', 1)).toMatchObject({
      host: 'management.azure.com',
      method: 'GET',
      path: '/tenants?api-version=2022-12-01',
      status: 200,
      authorization: 'bearer',
    });
    await call('/api/clear-requests', {});
    expect(simulator.requests).toEqual([]);
  });
});

describe('faults', () => {
  const sub = `/subscriptions/${ids.main}`;
  const match = { host: 'management', path: '/resourceGroups/' };
  const group = `${sub}/resourceGroups/rg`;

  it('throttle by their count', async () => {
    const { put } = await armCalls(simulator);
    const action = {
      status: 429,
      code: 'TooManyRequests',
      message: 'Slow down.',
      headers: { 'retry-after': '7' },
    };
    await call('/api/faults', [{ match, times: 1, action }]);
    const first = await put(group, { location: 'eastus' });
    expect([first.status, errorCode(first), first.headers['retry-after']]).toEqual([
      429,
      'TooManyRequests',
      '7',
    ]);
    expect((await put(group, { location: 'eastus' })).status).toBe(201);
  });

  it('reset the connection before the request is carried out, or lose the answer afterwards', async () => {
    const { put, get } = await armCalls(simulator);
    simulator.state.faults = [{ match, times: 1, action: 'reset' }];
    await expect(put(group, { location: 'eastus' })).rejects.toThrow();
    expect((await get(group)).status).toBe(404);
    simulator.state.faults = [{ match, times: 1, action: 'lose_answer' }];
    await expect(put(group, { location: 'eastus' })).rejects.toThrow();
    expect((await get(group)).status).toBe(200);
  });

  it('truncate a response', async () => {
    const { put } = await armCalls(simulator);
    simulator.state.faults = [{ match, times: 1, action: 'truncate' }];
    await expect(put(group, { location: 'eastus' })).rejects.toThrow(/aborted|hang up|reset/);
  });

  it('break the connection', async () => {
    const { ask } = await armCalls(simulator);
    simulator.state.faults = [
      {
        match: { method: 'CONNECT' },
        times: 1,
        action: { status: 407, code: 'Proxy Authentication Required', message: '' },
      },
    ];
    expect((await ask('https://management.azure.com/')).status).toBe(407);
  });
});

describe('the critical path', () => {
  it('is the sum of the waits that follow on one another', () => {
    expect(criticalPathMs('instant')).toBe(0);
    const { latencyMs, groupMs, accountMs, deploymentMs, propagationMs, answerMs, registrationMs } =
      speeds.real;
    const chain = accountMs + deploymentMs + propagationMs + answerMs;
    expect(criticalPathMs('real')).toBe(3 * latencyMs + groupMs + chain);
    expect(criticalPathMs('real', { newGroup: false, register: true })).toBe(
      3 * latencyMs + registrationMs + chain,
    );
    expect(criticalPathMs({ accountMs: 10, dnsMs: 500, deploymentMs: 20 })).toBe(510);
  });
});
