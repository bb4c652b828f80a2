import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { SetupError } from '../../../../../common/problem';
import { ids } from '../../../../../test/azure';
import { everyVerb } from '../../../../../test/support/every_verb';
import { simulatedAzure, type SimulatedAzure } from '../../../../../test/support/simulated_azure';
import { createArmAzure } from '../arm_azure';

const everyType = [
  'microsoft.resources/subscriptions/resourcegroups',
  'microsoft.cognitiveservices/accounts',
  'microsoft.cognitiveservices/accounts/deployments',
];

let simulator: SimulatedAzure;
let accessToken: string;
beforeAll(async () => {
  simulator = await simulatedAzure();
  simulator.reset('established', 'instant');
  for (const subscription of simulator.state.world.subscriptions) {
    subscription.policies = everyType.map((resourceType) => ({
      assignmentName: 'an-assignment',
      displayName: 'Owners are known',
      effect: 'deny',
      resourceType,
      requiredTag: 'owner',
      allowedLocations: ['swedencentral'],
    }));
    subscription.locks = [{ name: 'keep', level: 'CanNotDelete' }];
  }
  accessToken = await simulator.accessToken();
});
afterAll(() => simulator.stop());

const azureOver = (httpClient: HttpClient) =>
  createArmAzure({ cloud: 'public', tenantId: ids.contoso, accessToken, httpClient });

const parsed = (text: string | null | undefined): unknown => JSON.parse(text ?? 'null');
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Cuts lists to their first entry, because the others have the same shape. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shortened);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
}

type Path = readonly string[];
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (!isObject(value)) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]));
  return [path, ...inner];
}

function changed(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  if (Array.isArray(value)) return value.map((one: unknown) => changed(one, rest, odd));
  return isObject(value) ? { ...value, [key]: changed(value[key], rest, odd) } : value;
}

const odd: readonly unknown[] = [
  null,
  undefined,
  7,
  -1e308,
  true,
  '',
  'gpt 4/o?#%2e%2e \u0000 ①',
  'x'.repeat(10_000),
  [],
  [null, 7, 'x', [], {}],
  {},
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": 7, "toString": null}'),
];

const known = everyVerb({
  subscriptionId: ids.main,
  resourceGroup: 'rg-search',
  accountName: 'contoso-search-openai',
  deploymentName: 'chat',
  deletedAccount: { resourceGroup: 'rg-ai', accountName: 'contoso-binned', location: 'eastus2' },
});
const reads = Object.entries({ ...known.lists, ...known.questions, ...known.resources });

/** True if an existing resource appears as absent after the mutation. */
const isOne = (name: string): boolean => Object.hasOwn(known.resources, name);

const nothing = {
  response: { status: 404, headers: createHttpHeaders() },
  body: { error: { code: 'ResourceNotFound', message: 'Gone.' } },
};

const short = (text: string | undefined): string => String(text).slice(0, 80);

/** The original responses to a verb's requests, by URL. */
async function answersTo(verb: (typeof reads)[number][1]) {
  const seen = new Map<string, { response: PipelineResponse; body: unknown }>();
  const inner = simulator.transport('public');
  const recording: HttpClient = {
    async sendRequest(request) {
      const response = await inner.sendRequest(request);
      seen.set(request.url, { response, body: shortened(parsed(response.bodyAsText)) });
      return response;
    },
  };
  await verb(azureOver(recording)).catch(() => undefined);
  return seen;
}

describe.each(reads)('%s', (name, verb) => {
  it('reads, skips or names every value in an answer', async () => {
    const seen = await answersTo(verb);
    const wrong: string[] = [];
    for (const [url, { body }] of seen) {
      for (const path of pathsIn(body)) {
        for (const value of odd) {
          const answer = (request: PipelineRequest) => {
            const { response, body: text } = seen.get(request.url) ?? nothing;
            const given = request.url === url ? changed(body, path, value) : text;
            return { ...response, request, bodyAsText: JSON.stringify(given) ?? '' };
          };
          const azure = azureOver({ sendRequest: (request) => Promise.resolve(answer(request)) });
          const failure = await verb(azure).then(
            (found) => (found === undefined && isOne(name) ? new Error('absent') : undefined),
            (error: unknown) => error,
          );
          const isNamed = failure instanceof SetupError && failure.problem.code !== 'unexpected';
          if (failure !== undefined && !isNamed) {
            const { cause } = failure instanceof Error ? failure : new Error();
            const why = cause instanceof Error ? cause.message : 'no SetupError';
            wrong.push(`${path.join('.')} = ${short(JSON.stringify(value))}: ${short(why)}`);
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
