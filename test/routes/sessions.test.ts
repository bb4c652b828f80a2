import { randomBytes } from 'node:crypto';
import { blockers } from '../../common/plan';
import type { RouteName } from '../../common/routes';
import { createSeal, type SealBound, type SealPurpose } from '../../server/core/sign_in/seal';
import { ids, makeJwt } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, ask, identityOf, problem, signIn } from './support/ask';
import { sealKey, setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { someRunId, validInput } from './support/valid_input';

const minute = 60_000;
const inAnHour = () => new Date(Date.now() + 60 * minute);

let env: AzureKibana;
let kibana: Kibana;
let session: string;
let deviceSession: string;

const startDeviceCode = async (on: Kibana) => {
  const body = { kind: 'device_code', cloud: 'public', tenant: ids.contoso };
  const code = await answerOf(on, 'signIn', { body });
  if (code.status !== 'device_code') throw new Error('no device code');
  return code;
};

beforeAll(async () => {
  env = await setUpAzureKibana();
  kibana = await env.start();
  session = await signIn(kibana);
  deviceSession = (await startDeviceCode(kibana)).session;
});
afterAll(() => env.clear());

const wantSession = [
  'options',
  'offers',
  'recommendation',
  'prices',
  'plan',
  'startRun',
  'resumeRun',
  'undoRun',
] as const satisfies readonly RouteName[];

const bodyOf = (name: 'options' | 'recommendation') =>
  name === 'options' ? {} : { useCase: 'both', fixed: {} };

const elastic: SealBound = { user: identityOf('elastic'), space: 'default' };

interface Content {
  accessToken?: string;
  purpose?: SealPurpose;
  content?: object;
  key?: string;
  bound?: SealBound;
  expiresAt?: Date;
}

const aToken = (claims: object = {}) =>
  makeJwt({
    aud: 'https://management.azure.com',
    tid: ids.contoso,
    oid: ids.main,
    exp: Math.floor(inAnHour().getTime() / 1_000),
    ...claims,
  });

/** Sealed with the real key, for cases that no sign-in leads to. */
const sealed = (change: Content = {}) => {
  const { purpose = 'session', key = sealKey, bound = elastic, expiresAt = inAnHour() } = change;
  const content = { id: someRunId, cloud: 'public', accessToken: change.accessToken ?? aToken() };
  return createSeal(key).seal(purpose, change.content ?? content, bound, expiresAt);
};

/** Replaces the character at this index with one that changes more than the padding. */
const altered = (text: string, index: number) => {
  const other = text[index] === 'A' ? 'z' : 'A';
  return text.slice(0, index) + other + text.slice(index + 1);
};
const altering = (index: number): [string, () => string] => [
  `altered at ${index}`,
  () => altered(session, index),
];
const cutting = (length: number): [string, () => string] => [
  `only ${length} characters of it`,
  () => session.slice(0, length),
];

/** Byte 0 is the version, 1-6 the end, 7-18 the random part, 19-34 the proof, then the content. */
const unreadable: ReadonlyArray<[what: string, text: () => string]> = [
  ...[0, 1, 4, 7, 10, 24, 26, 44, 48, 60, 200].map(altering),
  ['altered near its end', () => altered(session, session.length - 5)],
  ...[1, 2, 8, 24, 26, 40, 46, 47, 100].map(cutting),
  ['without its last bytes', () => session.slice(0, -4)],
  ['with more at its end', () => `${session}AAAA`],
  ['twice', () => session + session],
  ['of nothing but random bytes', () => randomBytes(200).toString('base64url')],
  ['of another key', () => sealed({ key: 'ANOTHER-KEY-'.repeat(5) })],
  ['of another person', () => sealed({ bound: { ...elastic, user: identityOf('setup_admin') } })],
  ['of a namesake', () => sealed({ bound: { ...elastic, user: 'saml1/elastic' } })],
  ['of a key of the same person', () => sealed({ bound: { ...elastic, user: 'api_key/1' } })],
  [
    'of the same name without a profile',
    () => sealed({ bound: { ...elastic, user: 'native1/elastic' } }),
  ],
  ['of another space', () => sealed({ bound: { ...elastic, space: 'marketing' } })],
  ['of a device code', () => deviceSession],
  ['sealed for a device code', () => sealed({ purpose: 'device_code' })],
  ['with other content', () => sealed({ content: { cloud: 'public' } })],
  ['of an unknown cloud', () => sealed({ content: { cloud: 'mars', accessToken: 'x' } })],
  ['a bare access token', () => aToken().replaceAll('.', '_')],
];

describe.each(wantSession)('%s with a session', (name) => {
  it.each(unreadable)('%s', async (_what, text) => {
    const before = env.simulator.requests.length;
    const answer = await ask(kibana, name, validInput(name, text()));
    expect(answer).toMatchObject(problem('session_unreadable'));
    expect(env.simulator.requests).toHaveLength(before);
  });

  it('is refused when it has expired', async () => {
    const expiresAt = new Date(Date.now() - 1);
    const answer = await ask(kibana, name, validInput(name, sealed({ expiresAt })));
    expect(answer).toMatchObject(problem('session_expired'));
  });
});

const good: ReadonlyArray<[RouteName, object]> = [
  ['options', { status: 200 }],
  ['recommendation', { status: 200 }],
  ['prices', { status: 200 }],
  ['plan', { status: 200 }],
  ['resumeRun', problem('run_not_found')],
  ['undoRun', problem('run_not_found')],
];
it.each(good)('%s takes a good session', async (name, expected) => {
  expect(await ask(kibana, name, validInput(name, session))).toMatchObject(expected);
});

describe('a session belongs to one person in one space', () => {
  it.each([
    ['another person', 'setup_admin', 'default'],
    ['another space', 'elastic', 'marketing'],
    ['both', 'setup_only', 'security'],
  ])('%s', async (_what, as, space) => {
    const own = await signIn(kibana, { as, space });
    for (const name of wantSession) {
      const foreign = await ask(kibana, name, { ...validInput(name, session), as, space });
      expect(foreign).toMatchObject(problem('session_unreadable'));
      const back = await ask(kibana, name, validInput(name, own));
      expect(back).toMatchObject(problem('session_unreadable'));
    }
    const answer = await ask(kibana, 'options', { body: { session: own }, as, space });
    expect(answer.status).toBe(200);
  });
});

describe('polling a device code', () => {
  const poll = (text: string, who: { as?: string; space?: string } = {}) =>
    ask(kibana, 'pollSignIn', { ...who, body: { session: text } });

  it.each([
    ['with a session', () => session],
    ['altered', () => altered(deviceSession, 60)],
    ['cut', () => deviceSession.slice(0, -8)],
    ['of another key', () => sealed({ purpose: 'device_code', key: 'OTHER-KEY-'.repeat(5) })],
    ['with other content', () => sealed({ purpose: 'device_code' })],
  ])('%s', async (_what, text) => {
    expect(await poll(text())).toMatchObject(problem('session_unreadable'));
  });

  it('is refused for another user, and in another space', async () => {
    expect(await poll(deviceSession, { as: 'setup_admin' })).toMatchObject(
      problem('session_unreadable'),
    );
    expect(await poll(deviceSession, { space: 'marketing' })).toMatchObject(
      problem('session_unreadable'),
    );
  });

  it('is refused when the device code has expired', async () => {
    const grant = { cloud: 'public', tenant: ids.contoso, deviceCode: 'x', interval: 1 };
    const expiresAt = new Date(Date.now() - 1);
    const late = sealed({ purpose: 'device_code', content: grant, expiresAt });
    expect(await poll(late)).toMatchObject(problem('device_code_expired'));
  });

  it('signs in before the device code expires', async () => {
    expect(await poll(deviceSession)).toMatchObject({ status: 200, body: { status: 'pending' } });
  });
});

/** An Azure 401 is never passed on as one: Kibana would log the person out. */
describe('a token that Azure refuses', () => {
  it.each([
    ['because its signature is wrong', () => sealed({ accessToken: `${aToken()}x` })],
    ['because its owner is gone', () => sealed({ accessToken: aToken({ oid: ids.guest }) })],
  ])('%s', async (_what, text) => {
    for (const name of ['options', 'recommendation'] as const) {
      const answer = await ask(kibana, name, { body: { ...bodyOf(name), session: text() } });
      expect(answer).toMatchObject(problem('token_rejected'));
    }
  });

  it('because it expired while the page was open', async () => {
    const { state } = env.simulator;
    const own = await signIn(kibana);
    state.skewMs = state.world.tokenLifeMs + minute;
    try {
      for (const name of ['options', 'recommendation'] as const) {
        const answer = await ask(kibana, name, { body: { ...bodyOf(name), session: own } });
        expect(answer).toMatchObject(problem('session_expired'));
      }
      const plan = await answerOf(kibana, 'plan', validInput('plan', own));
      expect(blockers(plan)).toContainEqual(expect.objectContaining({ code: 'session_expired' }));
    } finally {
      state.skewMs = 0;
    }
  });
});

describe('several Kibanas', () => {
  it('open each other’s sessions and poll each other’s device codes when they share a key', async () => {
    const second = await env.start({ nodeName: 'second' });
    const { session: code, userCode } = await startDeviceCode(kibana);
    const decided = await fetch(`${env.simulator.controlUrl}/api/device`, {
      method: 'POST',
      body: JSON.stringify({ userCode, decision: 'accept', user: 'ada@contoso.com' }),
    });
    expect(decided.ok).toBe(true);
    const signedIn = await answerOf(second, 'pollSignIn', { body: { session: code } });
    if (signedIn.status !== 'signed_in') throw new Error('still pending');

    for (const [node, text] of [
      [second, session],
      [second, signedIn.session],
      [kibana, signedIn.session],
    ] as const) {
      expect(await ask(node, 'options', { body: { session: text } })).toMatchObject({
        status: 200,
      });
    }
    await second.stop();
  });

  it('keep sessions after a restart with the same key', async () => {
    await kibana.stop();
    kibana = await env.start();
    expect(await ask(kibana, 'options', { body: { session } })).toMatchObject({ status: 200 });
  });

  it('end sessions when the key changes or is missing', async () => {
    const change = (key: string | undefined) => ({
      settings: { 'azure_openai_setup.encryptionKey': key },
    });
    await kibana.stop();
    kibana = await env.start(change(undefined));
    const body = { session };
    expect(await ask(kibana, 'options', { body })).toMatchObject(problem('session_unreadable'));
    const ofThisProcess = await signIn(kibana);
    const mine = { body: { session: ofThisProcess } };
    expect(await ask(kibana, 'options', mine)).toMatchObject({ status: 200 });

    await kibana.stop();
    kibana = await env.start(change(undefined));
    expect(await ask(kibana, 'options', mine)).toMatchObject(problem('session_unreadable'));
    expect(await ask(kibana, 'options', { body: { session: await signIn(kibana) } })).toMatchObject(
      { status: 200 },
    );
  });
});

it('the recommendation uses only the data of its own sign-in', async () => {
  const recommended = async () => {
    const body = { session: await signIn(kibana), useCase: 'both', fixed: {} };
    return (await answerOf(kibana, 'recommendation', { body })).request;
  };
  env.simulator.reset('empty', 'instant');
  expect(await recommended()).toMatchObject({ resourceGroup: 'kibana-openai' });
  env.simulator.reset('group_contributor', 'instant');
  expect(await recommended()).toMatchObject({
    resourceGroup: 'rg-team',
    accountName: 'team-openai',
  });
});

it('session tests start no run and log no failure', async () => {
  expect(await answerOf(kibana, 'runs')).toEqual({ runs: [] });
  expect(await ask(kibana, 'run', { runId: someRunId })).toMatchObject(problem('run_not_found'));
  expect(await env.failures()).toEqual([]);
});
