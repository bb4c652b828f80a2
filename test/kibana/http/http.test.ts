import { readFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { call, cleanUp, logged, newHome, runKibana } from '../test_kibana';
import type { Kibana } from '../start_kibana';

describe('requests to the embedded Kibana', () => {
  let kibana: Kibana;
  let home: string;

  beforeAll(async () => {
    home = await newHome();
    kibana = await runKibana(home, { settings: { 'test_plugin.greeting': 'hi' } });
  });
  afterAll(cleanUp);

  const echo = '/internal/test/echo';

  it('answers a route with what its validator let through', async () => {
    const { status, body, headers } = await call(kibana, 'POST', echo, { body: { name: 'a' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ body: { name: 'a' }, query: {} });
    expect(headers.get('elastic-api-version')).toBe('1');
    expect(headers.get('content-security-policy')).toContain("script-src 'report-sample' 'self'");
  });

  it.each([
    ['no xsrf header', { without: ['kbn-xsrf'] }, 'Request must contain a kbn-xsrf header.'],
    [
      'not from Kibana itself',
      { without: ['x-elastic-internal-origin'] },
      'uri [/internal/test/echo] with method [post] exists but is not available with the current configuration',
    ],
    [
      'an older page',
      { headers: { 'kbn-version': '9.3.0' } },
      'Browser client is out of date, please refresh the page ("kbn-version" header was "9.3.0" but should be "9.4.0")',
    ],
    [
      'a version that does not exist',
      { headers: { 'elastic-api-version': '2' } },
      'No version "2" available for [post] [/internal/test/echo]. Available versions are: [1]',
    ],
    ['a refused body', { body: { name: 1 } }, '[request body.name]: expected a name'],
    ['a body that is no JSON', { body: '{' }, 'Invalid request payload JSON format'],
  ])('refuses: %s', async (_what, options, message) => {
    const answer = await call(kibana, 'POST', echo, { body: { name: 'a' }, ...options });
    expect(answer).toMatchObject({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', message },
    });
  });

  it.each([
    ['nobody', { without: ['authorization'] }],
    ['a person', { as: 'manager' }],
  ])('says that it is available, and nothing else, when %s asks', async (_who, options) => {
    expect(await call(kibana, 'GET', '/api/status', options)).toMatchObject({
      status: 200,
      text: '{"status":{"overall":{"level":"available"}}}',
    });
  });

  it('says its version when a superuser asks whether it is available', async () => {
    expect(await call(kibana, 'GET', '/api/status', { as: 'elastic' })).toMatchObject({
      status: 200,
      body: { version: { number: '9.4.0' }, status: { overall: { level: 'available' } } },
    });
  });

  it('refuses a body above the limit of the route', async () => {
    const answer = await call(kibana, 'POST', echo, { body: { name: 'x'.repeat(300) } });
    expect(answer).toMatchObject({ status: 413, body: { error: 'Request Entity Too Large' } });
  });

  it('answers only users with the privilege in the space', async () => {
    expect(await call(kibana, 'POST', echo, { as: 'reader', body: { name: 'a' } })).toMatchObject({
      status: 403,
      body: {
        message:
          'API [POST /internal/test/echo] is unauthorized for user, this action is granted by the Kibana privileges [test_manage]',
      },
    });
    expect(await call(kibana, 'GET', echo, { as: 'local' })).toMatchObject({ status: 403 });
    expect(await call(kibana, 'GET', `/s/marketing${echo}`, { as: 'local' })).toMatchObject({
      status: 200,
      body: { space: 'marketing' },
    });
    expect(await call(kibana, 'GET', echo, { as: 'elastic' })).toMatchObject({ status: 200 });
    expect(await call(kibana, 'GET', `/s/nowhere${echo}`)).toMatchObject({ status: 404 });
  });

  it('gives the plugin its settings, the user and their privileges', async () => {
    expect((await call(kibana, 'GET', echo)).body).toEqual({
      config: { enabled: true, greeting: 'hi' },
      user: 'manager',
      space: 'default',
      capabilities: { show: true, manage: true },
    });
  });

  it('hides an uncaught error, and logs it', async () => {
    expect(await call(kibana, 'GET', '/internal/test/boom')).toMatchObject({
      status: 500,
      body: {
        error: 'Internal Server Error',
        message: 'An internal server error occurred. Check Kibana server logs for details.',
      },
    });
    expect(readFileSync(path.join(home, 'data/kibana.log'), 'utf8')).toContain('secret detail');
    expect(await call(kibana, 'GET', '/internal/test/odd')).toMatchObject({ status: 500 });
  });

  it('passes errors on with their attributes', async () => {
    expect((await call(kibana, 'GET', '/internal/test/wrong')).body).toEqual({
      statusCode: 409,
      error: 'Conflict',
      message: 'taken',
      attributes: { code: 'x' },
    });
  });

  it('redirects browsers without a session to the login page, and answers 401 to others', async () => {
    const page = await call(kibana, 'GET', '/s/marketing/app/testPlugin?a=1', {
      without: ['authorization', 'kbn-xsrf'],
    });
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(
      `/login?next=${encodeURIComponent('/s/marketing/app/testPlugin?a=1')}`,
    );
    expect(await call(kibana, 'GET', echo, { without: ['authorization'] })).toMatchObject({
      status: 401,
      body: { message: 'Unauthorized' },
    });
    expect(await call(kibana, 'GET', echo, { as: 'no-such-user' })).toMatchObject({ status: 401 });
  });

  it('keeps a session in a cookie, and audits signing in', async () => {
    const login = (password: string) =>
      call(kibana, 'POST', '/internal/security/login', {
        without: ['authorization'],
        body: {
          providerType: 'basic',
          providerName: 'basic',
          currentURL: `${kibana.url}/login?next=%2Fapp%2FtestPlugin`,
          params: { username: 'manager', password },
        },
      });
    expect((await login('wrong')).status).toBe(401);
    const signedIn = await login('pass');
    expect(signedIn.body).toEqual({ location: '/app/testPlugin' });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = { without: ['authorization'], headers: { cookie } };
    expect((await call(kibana, 'GET', echo, me)).body).toMatchObject({ user: 'manager' });
    const events = readFileSync(path.join(home, 'data/audit.log'), 'utf8');
    expect(events).toMatch(/"action":"user_login".*"outcome":"failure"/);
    expect(events).toContain('User [manager] has logged in');
  });

  it('serves pages to users with access, and bundles without sign-in', async () => {
    const page = await call(kibana, 'GET', '/app/testPlugin');
    const prefix = /\/[0-9a-f]{12}\/bundles\/plugin\/testPlugin\/1\.2\.3\//.exec(page.text)?.[0];
    expect(prefix).toBeDefined();
    expect(page.text).toContain('testPlugin.plugin.js');
    expect((await call(kibana, 'GET', '/app/testPlugin', { as: 'elastic' })).status).toBe(200);
    expect((await call(kibana, 'GET', '/app/testPlugin', { as: 'local' })).status).toBe(404);
    const bundle = (encoding: string, file = 'testPlugin.plugin.js') =>
      call(kibana, 'GET', `${prefix}${file}`, {
        without: ['authorization'],
        headers: { 'accept-encoding': encoding },
      });
    const plain = await bundle('identity');
    expect(plain.text).toBe('plain');
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect((await bundle('identity', '..%2f..%2fserver/index.js')).status).toBe(404);
  });

  it('notifies a handler only when its caller disconnects', async () => {
    await call(kibana, 'GET', '/internal/test/watched');
    const caller = new AbortController();
    const leaving = call(kibana, 'GET', '/internal/test/endless', { signal: caller.signal });
    const left = expect(leaving).rejects.toThrow();
    await logged(kibana, 'has begun without an end');
    caller.abort();
    await left;
    await logged(kibana, 'the caller has left endless');
    expect(kibana.log()).not.toContain('the caller has left watched');
  });

  it('prefers the compressed sibling of a bundle', async () => {
    const page = await call(kibana, 'GET', '/app/testPlugin');
    const prefix = /\/[0-9a-f]{12}\/bundles\/plugin\/testPlugin\/1\.2\.3\//.exec(page.text)?.[0];
    const headers = { 'accept-encoding': 'gzip, br' };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${kibana.url}${prefix}testPlugin.plugin.js`, { headers }, resolve).on('error', reject);
    });
    expect(response.headers['content-encoding']).toBe('br');
    expect(await text(response)).toBe('compressed');
  });

  it('ends the process when a rejection is not caught', async () => {
    const other = await runKibana(await newHome());
    await call(other, 'GET', '/internal/test/reject').catch(() => undefined);
    await expect(other.stop()).resolves.toBeUndefined();
    expect(other.log()).toContain('[FATAL][root] Error: uncaught in the test plugin');
  });
});
