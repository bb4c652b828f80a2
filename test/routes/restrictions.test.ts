import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { serverIdentityPrivilege } from '../../common/route';
import { serverIdentityFeature } from '../../server/feature';
import { createSeal } from '../../server/core/sign_in/seal';
import { credentials, ids, makeJwt, secretMarker } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, asApplication, ask, identityOf, problem, signIn } from './support/ask';
import { sealKey, setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { jsonLines } from '../support/json_lines';
import { validInput } from './support/valid_input';

let env: AzureKibana;
let kibana: Kibana;

beforeAll(async () => {
  env = await setUpAzureKibana();
  const features = { azureOpenaiSetup: 'all', actions: 'all' };
  kibana = await env.start({
    settings: {
      'azure_openai_setup.serverIdentity.enabled': true,
      'host.roles': {
        as_server: {
          spaces: ['*'],
          features: { ...features, azureOpenaiSetupServerIdentity: 'all' },
        },
      },
      'host.users': [{ username: 'ops', password: 'changeme', roles: ['as_server'] }],
    },
  });
});
afterAll(() => env.clear());

const event = v.looseObject({
  message: v.string(),
  event: v.looseObject({ action: v.string(), outcome: v.string() }),
  error: v.optional(v.looseObject({ code: v.string() })),
  user: v.optional(v.looseObject({ name: v.string() })),
});
const auditText = () => readFile(path.join(env.home, 'data', 'audit.log'), 'utf8');
/** The plugin's audit events of a kind of action, as `outcome code`. */
const audited = async (action: string, of: string) =>
  jsonLines(await auditText())
    .map((line) => v.parse(event, line))
    .filter((one) => one.event.action === `azure_openai_setup_${action}`)
    .filter(({ message }) => message.includes(of))
    .map((one) => [one.event.outcome, one.error?.code].filter(Boolean).join(' '));

const codeOf = (body: unknown) =>
  v.parse(v.fallback(v.object({ message: v.string() }), { message: 'none' }), body).message;

describe('a guessed client secret', () => {
  it('is audited for each attempt and limited, even when all attempts arrive at the same time', async () => {
    const body = asApplication(credentials.wrongSecret);
    const answers = [];
    for (let round = 0; round < 10; round += 1) {
      const some = Array.from({ length: 5 }, () => ask(kibana, 'signIn', { body }));
      answers.push(...(await Promise.all(some)));
    }
    const codes = answers.map((answer) => codeOf(answer.body));
    expect(codes.filter((code) => code === 'sign_in_wrong_secret')).toHaveLength(10);
    expect(codes.filter((code) => code === 'sign_in_too_often')).toHaveLength(40);
    const sent = env.simulator.requests.filter(({ path: url }) =>
      url.includes('/oauth2/v2.0/token'),
    );
    expect(sent).toHaveLength(10);

    const told = await audited('sign_in', `application ${body.clientId}`);
    expect(told.filter((one) => one === 'unknown')).toHaveLength(10);
    expect(told.filter((one) => one === 'failure sign_in_wrong_secret')).toHaveLength(10);
    expect(told.filter((one) => one === 'failure sign_in_too_often')).toHaveLength(40);
    expect(await auditText()).not.toContain(secretMarker);
  });

  it('returns the retry delay in every space, and limits no other user', async () => {
    const refused = await ask(kibana, 'signIn', { body: asApplication(), space: 'marketing' });
    expect(refused).toMatchObject(problem('sign_in_too_often'));
    expect(refused.text).toMatch(/"seconds":\d+/);
    await expect(signIn(kibana, { as: 'setup_admin' })).resolves.toMatch(/^\S+$/);
    expect(await audited('sign_in', 'service_principal')).toContain('success');
  });

  it('is limited for each application across all users', async () => {
    const { clientId } = credentials.unknownApp;
    const wrong = { as: 'ops', body: asApplication(credentials.unknownApp) };
    for (let round = 0; round < 10; round += 1) await ask(kibana, 'signIn', wrong);
    expect(await ask(kibana, 'signIn', wrong)).toMatchObject(problem('sign_in_too_often'));
    expect(await audited('sign_in', clientId)).toContain('failure sign_in_too_often');
  });
});

describe('concurrent calls', () => {
  it('are refused with a named problem beyond ten of one user, while another user is answered', async () => {
    const session = await signIn(kibana, { as: 'setup_admin' });
    const other = await signIn(kibana, { as: 'setup_only' });
    env.simulator.state.faults = [
      { match: { host: '^management' }, times: 10_000, action: { slowMs: 500 } },
    ];
    const input = (as: string, own: string) => ({ ...validInput('plan', own), as });
    const many = Promise.all(
      Array.from({ length: 20 }, () => ask(kibana, 'plan', input('setup_admin', session))),
    );
    const one = await ask(kibana, 'plan', input('setup_only', other));
    const statuses = (await many).map((answer) =>
      answer.status === 200 ? 'planned' : codeOf(answer.body),
    );
    env.simulator.state.faults = [];
    expect(one.status).toBe(200);
    expect(statuses.filter((status) => status === 'planned')).toHaveLength(10);
    expect(statuses.filter((status) => status === 'too_many_requests')).toHaveLength(10);
    expect(await ask(kibana, 'plan', input('setup_admin', session))).toMatchObject({ status: 200 });
  });
});

describe('an action that is refused', () => {
  it.each(['resumeRun', 'undoRun', 'startRun'] as const)(
    '%s is audited as a failure, never as begun',
    async (name) => {
      const runId = randomUUID();
      const session = name === 'startRun' ? 'AAAA' : await signIn(kibana, { as: 'setup_admin' });
      const bodies = {
        resumeRun: { session },
        undoRun: { session, dryRun: false },
        startRun: { session, runId, request: aSetupRequest() },
      };
      const answer = await ask(kibana, name, { runId, body: bodies[name], as: 'setup_admin' });
      expect(answer.status).toBe(422);
      const told = await audited(name.replace('Run', ''), runId);
      expect(told).toEqual([`failure ${codeOf(answer.body)}`]);
    },
  );

  it('a run of another person is audited as a failure under its own id', async () => {
    const runId = randomUUID();
    const session = await signIn(kibana, { as: 'setup_admin' });
    const body = { session, runId, request: aSetupRequest() };
    await answerOf(kibana, 'startRun', { body, as: 'setup_admin' });
    const foreign = { session: await signIn(kibana, { as: 'setup_only' }) };
    const answer = await ask(kibana, 'resumeRun', { runId, body: foreign, as: 'setup_only' });
    expect(answer).toMatchObject(problem('run_not_found'));
    expect(await audited('resume', runId)).toEqual(['failure run_not_found']);
  });
});

describe('the server’s identity', () => {
  const body = { kind: 'server_identity', cloud: 'public' };
  /** Sealed by a sign-in as the server that happened while the person had the privilege. */
  const sealed = (user: string) =>
    createSeal(sealKey).seal(
      'session',
      {
        id: 'a-session',
        cloud: 'public',
        serverIdentity: true,
        accessToken: makeJwt({
          aud: 'https://management.azure.com',
          tid: ids.contoso,
          oid: ids.main,
          exp: Math.floor(Date.now() / 1_000) + 3_600,
        }),
      },
      { user, space: 'default' },
      new Date(Date.now() + 3_600_000),
    );

  it('is offered and usable only with its own privilege', async () => {
    const { signInKinds } = await answerOf(kibana, 'environment', { as: 'ops' });
    expect(signInKinds).toContain('server_identity');
    const without = await answerOf(kibana, 'environment', { as: 'setup_admin' });
    expect(without.signInKinds).not.toContain('server_identity');
    expect(await ask(kibana, 'signIn', { body, as: 'setup_admin' })).toMatchObject(
      problem('server_identity_not_allowed'),
    );
    expect(await audited('sign_in', 'server_identity')).toContain(
      'failure server_identity_not_allowed',
    );
  });

  it.each(['options', 'recommendation', 'prices', 'plan', 'startRun', 'undoRun'] as const)(
    '%s refuses a session of it when the privilege is gone',
    async (name) => {
      const own = (user: string) => validInput(name, sealed(identityOf(user)));
      expect(await ask(kibana, name, { ...own('setup_admin'), as: 'setup_admin' })).toMatchObject(
        problem('server_identity_not_allowed'),
      );
      const { body: answer } = await ask(kibana, name, { ...own('ops'), as: 'ops' });
      expect(codeOf(answer)).not.toBe('server_identity_not_allowed');
    },
  );

  it('is sent to the hosts of one cloud only', async () => {
    const elsewhere = { ...body, cloud: 'usGovernment' };
    expect(await ask(kibana, 'signIn', { body: elsewhere, as: 'ops' })).toMatchObject(
      problem('server_identity_wrong_cloud', 'cloud'),
    );
  });

  it('has a feature that no privilege over all features includes', () => {
    const { excludeFromBasePrivileges, privileges } = serverIdentityFeature();
    expect(excludeFromBasePrivileges).toBe(true);
    expect(privileges.all.api).toEqual([serverIdentityPrivilege]);
    expect(privileges.read).toMatchObject({ disabled: true, ui: [] });
  });
});

describe('a body', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of the type %s is refused',
    async (type) => {
      const answer = await ask(kibana, 'signIn', {
        body: JSON.stringify(asApplication()),
        headers: { 'content-type': type },
      });
      expect(answer.status).toBe(415);
    },
  );
});

it('logs no failure of its own', async () => {
  expect(await env.failures()).toEqual([]);
});
