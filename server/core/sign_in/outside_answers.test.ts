import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import type { SignIn } from '../../../common/sign_in';
import { credentials, ids, makeJwt } from '../../../test/azure';
import { aSignIn, bound } from '../../../test/support/builders/a_sign_in';
import { problemOf } from '../../../test/support/adapter_stage';

const secret = 'pl~anted+secret/of=forty&characters%maybe';

/** A client whose sign-in host always returns this response. */
const clientAnswering = (status: number, text: string) => {
  const client: HttpClient = {
    sendRequest: async (request) => ({
      ...{ request, status, bodyAsText: text },
      headers: createHttpHeaders({ 'content-type': 'application/json' }),
    }),
  };
  return aSignIn({ transport: () => client });
};
const application: SignIn = {
  ...{ kind: 'service_principal', cloud: 'public' },
  ...{ tenant: ids.contoso, clientId: credentials.good.clientId, clientSecret: secret },
};
const person: SignIn = { kind: 'device_code', cloud: 'public' };

const refusalOf = async (signIn: SignIn, status: number, text: string) =>
  problemOf(clientAnswering(status, text).start(signIn, bound));

const page = '<html><body>Blocked by the gateway of Contoso</body></html>';

describe('an answer that is not Entra ID’s', () => {
  it.each([
    [403, page, 'answer_not_azure'],
    [200, page, 'answer_not_azure'],
    [200, '', 'answer_not_azure'],
    [200, '[]', 'answer_not_azure'],
    [200, 'null', 'answer_not_azure'],
    [200, '{"access_token":7}', 'answer_not_azure'],
    [404, '{"message":"no route"}', 'answer_not_azure'],
    [407, page, 'proxy_authentication_required'],
  ] as const)(
    'with the status %d and the text %j is no refusal by it',
    async (status, text, code) => {
      for (const signIn of [application, person]) {
        expect(await refusalOf(signIn, status, text)).toMatchObject({ code });
      }
    },
  );

  it.each(['constructor', '__proto__', 'toString'])(
    'with the error %s has a name',
    async (error) => {
      for (const signIn of [application, person]) {
        const problem = await refusalOf(signIn, 400, JSON.stringify({ error }));
        expect(problem.code).toBe('sign_in_failed');
      }
    },
  );
});

describe('a device code', () => {
  const good = {
    device_code: 'd'.repeat(200),
    user_code: 'BCDFGHJKL',
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 5,
  };
  const start = (change: object) =>
    clientAnswering(200, JSON.stringify({ ...good, ...change })).start(person, bound);

  it.each([
    { user_code: 'A'.repeat(10_000) },
    { user_code: '<b>code</b>' },
    { user_code: 'AB\nCD' },
    { device_code: 'd'.repeat(100_000) },
    { device_code: '' },
    { verification_uri: `https://microsoft.com/devicelogin${'x'.repeat(10_000)}` },
    { expires_in: -1 },
    { expires_in: 1e300 },
    { expires_in: 'soon' },
    { expires_in: null },
  ])('without bounds is none: %j', async (change) => {
    expect(await problemOf(start(change))).toMatchObject({ code: 'answer_not_azure' });
  });

  it.each([
    'javascript:alert(1)',
    'https://evil.example/devicelogin',
    'http://microsoft.com/devicelogin',
  ])('accepts only Microsoft’s pages: %s', async (uri) => {
    expect(await problemOf(start({ verification_uri: uri }))).toMatchObject({
      code: 'azure_host_refused',
    });
  });

  it.each([0, -5, 1e9, 'often', null])(
    'is polled every five seconds with the interval %j',
    async (interval) => {
      expect(await start({ interval })).toMatchObject({ interval: 5 });
    },
  );
});

describe('a token', () => {
  it('names a person in one short line', async () => {
    const upn = `eve\r\n\u202e${'x'.repeat(100_000)}@contoso.com`.slice(0, 12_000);
    const exp = Math.floor(Date.now() / 1_000) + 3_600;
    const aud = 'https://management.azure.com';
    const accessToken = makeJwt({ aud, tid: ids.contoso, exp, upn });
    const answer = await clientAnswering(500, '').start(
      { kind: 'access_token', cloud: 'public', accessToken },
      bound,
    );
    expect('who' in answer && answer.who).toMatch(/^eve x{10,}$/);
    expect(JSON.stringify(answer)).not.toMatch(/\\r|\\n|\u202e/);
  });

  it('that is too large for a request is refused', async () => {
    const text = JSON.stringify({ access_token: 'x'.repeat(30_000), expires_in: 3_600 });
    expect((await refusalOf(application, 200, text)).code).not.toBe('unexpected');
  });
});

describe('a refusal that quotes what was sent', () => {
  const quotes: ReadonlyArray<[how: string, quoted: string]> = [
    ['as it is', `The secret ${secret} is wrong`],
    ['as in a URL', `body client=1&x=${encodeURIComponent(secret)}`],
    ['as in a form', `body ${new URLSearchParams({ s: secret }).toString()}`],
    ['cut off in the middle of it', `${'.'.repeat(1_985)} ${secret}`],
  ];
  it.each(quotes)('is shown without the secret: %s', async (_how, quoted) => {
    const text = JSON.stringify({ error: 'invalid_client', error_description: quoted });
    const problem = JSON.stringify(await refusalOf(application, 401, text));
    for (let from = 0; from + 8 <= secret.length; from += 1) {
      expect(problem).not.toContain(secret.slice(from, from + 8));
    }
  });
});
