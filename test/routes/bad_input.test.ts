import { routes, type RouteName } from '../../common/routes';
import { secondFactorClaims } from '../../common/sign_in';
import { isRecord } from '../../common/values/json';
import { answerOf, asApplication, ask, type Answer } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { isPost, routeNames, someRunId, validInput } from './support/valid_input';
import * as wrong from './support/wrong_values';

const { planted, wrongInRequest } = wrong;

const stage = useAzureKibana({ isKept: true });

/** A field of a body by its path, with values that break its rule. */
interface Field {
  values: readonly unknown[];
  optional?: boolean;
}
type Fields = Readonly<Record<string, Field>>;

const must = (values: readonly unknown[]): Field => ({ values });
const may = (values: readonly unknown[]): Field => ({ values, optional: true });

const optionalFields = new Set([
  'customSubDomainName',
  'onDeletedAccount',
  'target',
  'authentication',
  'applicationId',
]);

const below = (parent: string, allOptional = false): Fields => ({
  [parent]: must(wrong.objects),
  ...Object.fromEntries(
    Object.entries(wrongInRequest).map(([field, values]) => {
      const optional = allOptional || optionalFields.has(field);
      return [`${parent}.${field}`, { values, optional }];
    }),
  ),
});
const withSession: Fields = { session: must(wrong.sessions) };
const whereToSignIn: Fields = { cloud: must(wrong.clouds) };

interface Sample {
  name: RouteName;
  what: string;
  body: () => Record<string, unknown>;
  fields: Fields;
}

const ofRoute = (name: RouteName, fields: Fields): Sample => ({
  name,
  what: name,
  body: () => {
    const { body } = validInput(name, stage.session);
    if (!isRecord(body)) throw new Error(`${name} takes no body`);
    return body;
  },
  fields,
});
const ofSignIn = (kind: string, rest: Record<string, unknown>, fields: Fields): Sample => ({
  name: 'signIn',
  what: `signIn with ${kind}`,
  body: () => ({ kind, cloud: 'public', ...rest }),
  fields: { kind: must([...wrong.clouds, 'toString', '__proto__']), ...whereToSignIn, ...fields },
});

const samples: readonly Sample[] = [
  ofSignIn(
    'device_code',
    { tenant: 'contoso.com', claims: secondFactorClaims },
    { tenant: may(wrong.tenants), claims: may(wrong.claims) },
  ),
  ofSignIn('service_principal', asApplication(), {
    tenant: must(wrong.tenants),
    clientId: must(wrong.guids),
    clientSecret: must(wrong.secrets),
  }),
  ofSignIn('server_identity', {}, {}),
  ofSignIn('access_token', { accessToken: 'x' }, { accessToken: must(wrong.accessTokens) }),
  ofRoute('pollSignIn', withSession),
  ofRoute('application', {
    ...withSession,
    applicationId: must(wrong.guids),
    clientSecret: must(wrong.secrets),
  }),
  ofRoute('options', {
    ...withSession,
    subscriptionId: may(wrong.guids),
    location: may(wrongInRequest.location),
    kind: may(wrongInRequest.kind),
  }),
  ofRoute('offers', {
    ...withSession,
    subscriptionId: must(wrong.guids),
    kind: must(wrongInRequest.kind),
    useCase: must(wrong.useCases),
  }),
  ofRoute('recommendation', {
    ...withSession,
    useCase: must(wrong.useCases),
    ...below('fixed', true),
  }),
  ofRoute('reusedValues', { ...withSession, targetId: must(wrong.modelIds) }),
  ofRoute('prices', {
    ...withSession,
    subscriptionId: must(wrong.guids),
    location: must(wrongInRequest.location),
    kind: must(wrongInRequest.kind),
    modelName: must(wrongInRequest.modelName),
    modelVersion: must(wrongInRequest.modelVersion),
    deploymentType: must(wrongInRequest.deploymentType),
  }),
  ofRoute('registerProvider', { ...withSession, subscriptionId: must(wrong.guids) }),
  ofRoute('plan', { ...withSession, ...below('request') }),
  ofRoute('startRun', { ...withSession, runId: must(wrong.runIds), ...below('request') }),
  ofRoute('resumeRun', {
    ...withSession,
    ...below('request'),
    request: may(wrong.objects),
  }),
  ofRoute('useDefaultModel', { on: must(wrong.flags), replaces: may(wrong.modelIds) }),
  ofRoute('changeSize', {
    ...withSession,
    changeId: must(wrong.runIds),
    capacity: may(wrongInRequest.capacity),
    dryRun: must(wrong.flags),
  }),
  ofRoute('ask', { question: must(wrong.questions) }),
  ofRoute('undoRun', {
    ...withSession,
    dryRun: must(wrong.flags),
    confirmed: may(wrong.stepLists),
  }),
];

/** The body with the value at the path replaced, or deleted when the value is undefined. */
function changed(
  body: Record<string, unknown>,
  [first = '', ...rest]: string[],
  value?: unknown,
): Record<string, unknown> {
  const inner = body[first];
  if (rest.length > 0 && isRecord(inner)) return { ...body, [first]: changed(inner, rest, value) };
  const { [first]: _old, ...others } = body;
  return value === undefined ? others : { ...others, [first]: value };
}

const post = (name: RouteName, body: unknown, headers: Record<string, string> = {}) =>
  ask(stage.kibana, name, { ...validInput(name, stage.session), body, headers });

/** An error that names the field, not the value. */
const names = ({ status, text, body }: Answer, path: string): boolean => {
  const message = isRecord(body) ? String(body.message) : '';
  const env = new RegExp(`(^|[ .:])${path.replaceAll('.', '\\.')}(\\.\\w+)* is not valid`);
  return status === 400 && env.test(message) && !text.includes(planted);
};

const brief = (text: string) => text.slice(0, 300);

const cases = samples.flatMap(({ name, what, body, fields }) =>
  Object.entries(fields).map(
    ([path, field]) => [`${what}: ${path}`, { name, body, path, ...field }] as const,
  ),
);

it.each(cases)('%s', async (_what, { name, body, path, values, optional }) => {
  const all = optional ? values : [...values, undefined];
  const answers = await Promise.all(
    all.map(async (value) => {
      const answer = await post(name, changed(body(), path.split('.'), value));
      return { value, answer };
    }),
  );
  const accepted = answers.filter(({ answer }) => !names(answer, path));
  const shown = accepted.map(({ value, answer: { status, text } }) => [value, status, brief(text)]);
  expect(shown).toEqual([]);
});

it('knows every field of every route', () => {
  const posts = routeNames.filter(isPost);
  expect([...new Set(samples.map(({ name }) => name))].sort()).toEqual([...posts].sort());
  for (const { what, body, fields } of samples) {
    const top = new Set(Object.keys(fields).map((path) => path.split('.')[0]));
    expect([what, [...top].sort()]).toEqual([what, Object.keys(body()).sort()]);
  }
});

describe.each(samples.map((sample) => [sample.what, sample] as const))(
  '%s',
  (_what, { name, body }) => {
    const nested = () => Object.entries(body()).filter(([, value]) => isRecord(value));

    it.each(['surplus', 'constructor', 'toString', 'prototype'])(
      'refuses the unknown key %s, wherever it stands',
      async (key) => {
        expect(names(await post(name, { ...body(), [key]: planted }), key)).toBe(true);
        for (const [parent, value] of nested()) {
          const answer = await post(name, changed(body(), [parent, key], planted));
          expect([value, names(answer, `${parent}.${key}`)]).toEqual([value, true]);
        }
      },
    );

    it('does not repeat long names', async () => {
      const surplus = Object.fromEntries(
        Array.from({ length: 500 }, (_, index) => [`k${index}`.padEnd(100, 'k'), 1]),
      );
      const { status, text } = await post(name, { ...body(), ...surplus });
      expect(status).toBe(400);
      expect(text.length).toBeLessThan(1_000);
    });

    it.each([
      ['__proto__ at the top', (json: string) => `{"__proto__":{"${planted}":1},${json.slice(1)}`],
      ['an escaped __proto__', (json: string) => `{"\\u005f_proto__":{"a":1},${json.slice(1)}`],
      ['half a body', (json: string) => `{"a":"${planted}",${json.slice(1, -1)}`],
      ['words', () => planted],
      ['a text', () => `"${planted}"`],
      ['a number', () => '7'],
      ['a list', () => `["${planted}"]`],
      ['null', () => 'null'],
      ['nothing', () => ''],
      ['a deep nest', () => `{"session":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ])('refuses %s', async (_which, distort) => {
      const { status, text } = await post(name, distort(JSON.stringify(body())));
      expect([status, text]).toEqual([400, expect.not.stringContaining(planted)]);
    });

    it('refuses a body of another content type', async () => {
      const json = JSON.stringify(body());
      const plain = await post(name, json, { 'content-type': 'text/plain' });
      const xml = await post(name, `<a>${planted}</a>`, { 'content-type': 'application/xml' });
      expect([plain.status, xml.status]).toEqual([415, 415]);
      expect(plain.text + xml.text).not.toContain(planted);
    });

    it('refuses a huge body', async () => {
      const huge = { ...body(), padding: planted.padEnd(routes[name].maxBytes, 'x') };
      const { status, text } = await post(name, huge);
      expect([status, text]).toEqual([413, expect.not.stringContaining(planted)]);
    });
  },
);

it('refuses __proto__ inside of tags', async () => {
  const json = JSON.stringify({
    session: stage.session,
    request: aSetupRequest({ tags: { name: planted } }),
  });
  const { status, text } = await post('plan', json.replace('"name"', '"__proto__"'));
  expect([status, text]).toEqual([400, expect.not.stringContaining(planted)]);
});

describe.each(routeNames)('%s', (name) => {
  it('takes nothing from the query', async () => {
    const input = { ...validInput(name, stage.session), query: `?surplus=${planted}` };
    const answer = await ask(stage.kibana, name, input);
    expect(names(answer, 'surplus')).toBe(true);
  });
});

const wrongRunIds = [
  planted,
  someRunId.toUpperCase(),
  `${someRunId}0`,
  `${someRunId}%0a`,
  `..%2f..%2f${planted}`,
  '%00',
  '__proto__',
  'x'.repeat(1_000),
];
it.each(['run', 'resumeRun', 'undoRun'] as const)('%s wants the id of a run', async (name) => {
  for (const runId of wrongRunIds) {
    const answer = await ask(stage.kibana, name, { ...validInput(name, stage.session), runId });
    expect([runId, names(answer, 'runId')]).toEqual([runId, true]);
  }
});

it('accepts the largest valid values', async () => {
  const tag = (index: number): [string, string] => [`${index}`.padEnd(512, 'n'), 'v'.repeat(256)];
  const request = aSetupRequest({
    tags: Object.fromEntries(
      Array.from({ length: 49 }, (_, index): [string, string] => tag(index)),
    ),
    ipRules: Array.from({ length: 100 }, (_, index) => `203.0.${index}.0/24`),
    networkAccess: 'selected',
    resourceGroup: 'g'.repeat(90),
    accountName: 'a'.repeat(64),
    deploymentName: 'd'.repeat(64),
    targetName: 'c'.repeat(100),
  });
  expect(await post('plan', { session: stage.session, request })).toMatchObject({ status: 200 });
});

describe('after all invalid input', () => {
  it('the same Kibana still answers', async () => {
    const { subscriptions } = await answerOf(stage.kibana, 'options', {
      body: { session: stage.session },
    });
    expect(subscriptions.map((one) => one.subscriptionId)).toEqual([
      aSetupRequest().subscriptionId,
    ]);
    const plan = await answerOf(stage.kibana, 'plan', {
      body: { session: stage.session, request: aSetupRequest() },
    });
    expect(plan.steps).toHaveLength(6);
    expect(await answerOf(stage.kibana, 'runs')).toEqual({ runs: [] });
  });

  it('nothing was written to Azure', () => {
    const { requests } = stage.simulator;
    expect(requests.filter(({ method }) => ['PUT', 'PATCH', 'DELETE'].includes(method))).toEqual(
      [],
    );
  });

  it('the log has every refusal and no value', async () => {
    const log = await stage.env.log();
    expect(log).toContain('400 Bad Request');
    expect(log).not.toContain(planted);
    expect(await stage.env.failures()).toEqual([]);
  });
});
