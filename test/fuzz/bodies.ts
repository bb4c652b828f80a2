import { isRecord } from '../../common/values/json';
import { secondFactorClaims } from '../../common/sign_in';
import type { RouteName } from '../../common/routes';
import type { Kibana } from '../kibana';
import { asApplication, ask, type CallOptions } from '../routes/support/ask';
import { isPost, routeNames, someRunId, validInput } from '../routes/support/valid_input';
import { count, judge, newTally, timed, type Finding, type Tally } from './findings';
import { mutateJson, surprise } from './mutate_json';
import { createRandom, type Random } from './random';

interface BodyOptions {
  seed: number;
  perRoute: number;
  session: string;
  /** The user of the requests. */
  as: string;
}

const signIns: readonly [object, ...object[]] = [
  asApplication(),
  { kind: 'device_code', cloud: 'public', tenant: 'contoso.com', claims: secondFactorClaims },
  { kind: 'server_identity', cloud: 'public' },
  { kind: 'access_token', cloud: 'public', accessToken: 'eyJhbGciOiJub25lIn0.e30.x' },
];

/** Valid but unusual values, which reach the code behind the validation. */
const odd: ReadonlyArray<[string, readonly [unknown, ...unknown[]]]> = [
  ['resourceGroup', ['a', '(.)_-ü', '组', 'x'.repeat(90)]],
  ['location', ['zz', 'constructor', 'a'.repeat(40)]],
  ['accountName', ['a.b', 'A-_.', 'constructor', 'x'.repeat(64)]],
  ['customSubDomainName', ['constructor', 'a--b', 'x'.repeat(64)]],
  ['modelName', ['constructor', 'gpt-', 'gpt-99999999999', 'x'.repeat(64)]],
  ['modelVersion', ['constructor', '0', '9999-99-99']],
  ['deploymentName', ['constructor', 'a..b', 'x'.repeat(64)]],
  ['targetName', ['constructor', '{{x}}', '<b>', '\u202eevil', 'x'.repeat(100)]],
  ['capacity', [1, 99_999, 100_000]],
  ['deploymentType', ['DataZoneStandard', 'Standard']],
  ['kind', ['AIServices']],
  ['networkAccess', ['selected', 'disabled']],
  ['tags', [{ 'a b': '' }, { toString: 'x' }, { ['k'.repeat(512)]: 'v'.repeat(256) }]],
  ['onDeletedAccount', ['restore', 'purge']],
];

/** The body with some values replaced by unusual ones. */
function oddBody(valid: unknown, random: Random): unknown {
  if (!isRecord(valid)) return valid;
  const name = isRecord(valid.request) ? 'request' : 'fixed';
  const inner = valid[name];
  if (!isRecord(inner)) return valid;
  const chosen = odd.filter(() => random.chance(0.2));
  const changes = chosen.map(([field, values]) => [field, random.pick(values)] as const);
  return { ...valid, [name]: { ...inner, ...Object.fromEntries(changes) } };
}

const bodyOf = (name: RouteName, session: string, random: Random): unknown =>
  name === 'signIn' ? random.pick(signIns) : validInput(name, session).body;

/** Corrupts the text itself. */
function damage(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const damages = [
    text.slice(0, at),
    `${text}${text}`,
    `\ufeff${text}`,
    text.slice(0, at) + '\u0000' + text.slice(at),
    `{"session":"x",${text.slice(1)}`,
    `[${text}]`,
    '['.repeat(at),
    text.replaceAll('"', "'"),
  ] as const;
  return random.pick(damages);
}

function mutatedBody(valid: unknown, random: Random): string {
  let value = oddBody(valid, random);
  if (random.chance(0.25)) return JSON.stringify(value) ?? '';
  const changes = 1 + random.below(4);
  for (let change = 0; change < changes; change += 1) value = mutateJson(value, random);
  const text = JSON.stringify(value) ?? '';
  return random.chance(0.15) ? damage(text, random) : text;
}

const strangeTypes = [
  'text/plain',
  'application/json; charset=utf-16',
  'application/xml',
  '',
] as const;

function mutatedInput(name: RouteName, { session, as }: BodyOptions, random: Random): CallOptions {
  const valid = validInput(name, session);
  const text = String(surprise(random)).replace(/[\ud800-\udfff]/g, '?');
  const strange = encodeURIComponent(text).slice(0, 4_000);
  const runId = random.chance(0.7) ? someRunId : strange || 'x';
  const query = random.chance(0.1) ? `?${strange}=${strange}` : '';
  const headers = random.chance(0.05) ? { 'content-type': random.pick(strangeTypes) } : {};
  if (!isPost(name)) return { ...valid, as, runId, query };
  return { as, runId, query, headers, body: mutatedBody(bodyOf(name, session, random), random) };
}

/** Number of concurrent requests: below the limit of one person. */
const atOnce = 4;

/** Sends mutated input to each route of the table. */
export async function fuzzBodies(kibana: Kibana, options: BodyOptions) {
  const findings: Finding[] = [];
  const tallies = new Map<string, Tally>();
  for (const [index, name] of routeNames.entries()) {
    const tally = newTally();
    tallies.set(name, tally);
    const one = async (round: number) => {
      const random = createRandom(options.seed + index * 1_000_003 + round * 7_919);
      const input = mutatedInput(name, options, random);
      const { answer, milliseconds } = await timed(() => ask(kibana, name, input));
      count(tally, answer, milliseconds);
      const where = `--seed=${options.seed} ${name} #${round}`;
      findings.push(...judge(answer, milliseconds).map((what) => ({ where, what })));
    };
    let next = 0;
    const worker = async () => {
      while (next < options.perRoute) await one(next++);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
  }
  return { findings, tallies };
}
