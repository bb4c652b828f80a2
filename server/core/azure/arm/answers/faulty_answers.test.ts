import { SetupError } from '../../../../../common/problem';
import { type FaultAction, ids } from '../../../../../test/azure';
import { everyVerb } from '../../../../../test/support/every_verb';
import { useSimulatedAzure } from '../../../../../test/support/simulated_azure';
import type { Azure } from '../../azure';

const simulator = useSimulatedAzure('established');
let accessToken: string;
beforeAll(async () => {
  accessToken = await simulator().accessToken();
});

const verbs = everyVerb({
  subscriptionId: ids.main,
  resourceGroup: 'rg-search',
  accountName: 'contoso-search-openai',
  deploymentName: 'chat',
  deletedAccount: { resourceGroup: 'rg-ai', accountName: 'contoso-binned', location: 'eastus2' },
});
const reads = { ...verbs.lists, ...verbs.questions, ...verbs.resources };
const all = { ...reads, ...verbs.writes };

/** The outcome of each verb while every request has the fault; all verbs at once. */
async function endings(
  action: FaultAction,
  asked: Record<string, (azure: Azure) => Promise<unknown>>,
): Promise<Record<string, string>> {
  simulator().state.faults = [{ match: { host: '^management', method: '[^C].*' }, action }];
  const azure = await simulator().azure({ accessToken });
  const ended = await Promise.all(
    Object.entries(asked).map(async ([name, verb]) => {
      try {
        await verb(azure);
        return [name, 'an answer'] as const;
      } catch (error) {
        const code = error instanceof SetupError ? error.problem.code : String(error);
        return [name, code] as const;
      }
    }),
  );
  return Object.fromEntries(ended);
}

const every = (asked: object, code: string) =>
  Object.fromEntries(Object.keys(asked).map((name) => [name, code]));

const refused = (status: number, code: string, headers?: Record<string, string>): FaultAction => ({
  ...{ status, code, message: 'Made up.' },
  ...(headers && { headers }),
});

describe('a faulty response to every request', () => {
  const rows: [name: string, FaultAction, code: string][] = [
    [
      '429 with Retry-After',
      refused(429, 'TooManyRequests', { 'retry-after': '0' }),
      'azure_throttled',
    ],
    ['429 without Retry-After', refused(429, 'TooManyRequests'), 'azure_throttled'],
    [
      '429 for an hour',
      refused(429, 'TooManyRequests', { 'retry-after': '3600' }),
      'azure_throttled',
    ],
    ['500', refused(500, 'InternalServerError'), 'azure_busy'],
    ['503', refused(503, 'ServiceUnavailable'), 'azure_busy'],
    ['408', refused(408, 'RequestTimeout'), 'azure_busy'],
    ['401', refused(401, 'ExpiredAuthenticationToken'), 'session_expired'],
    ['a dropped connection', 'reset', 'azure_unreachable'],
    ['a truncated answer', 'truncate', 'azure_unreachable'],
    ['a truncated compressed answer', 'truncate_gzip', 'azure_unreachable'],
    ['silence', { hangMs: 50 }, 'azure_unreachable'],
    ['a head without a body', { hangMs: 50, after: 'headers' }, 'azure_unreachable'],
    ['a page with 200', { html: 200 }, 'answer_not_azure'],
    ['a page with 401', { html: 401 }, 'answer_not_azure'],
    ['a page with 403', { html: 403 }, 'answer_not_azure'],
    ['a page with 404', { html: 404 }, 'answer_not_azure'],
    ['a page with 407', { html: 407 }, 'proxy_authentication_required'],
    ['a page with 502', { html: 502 }, 'gateway_unavailable'],
    ['an empty 404', { body: '', status: 404 }, 'answer_not_azure'],
    ['a 404 without a code', { body: '{"message":"Not found"}', status: 404 }, 'answer_not_azure'],
    ['a 404 with an unknown code', refused(404, 'RouteNotFound'), 'azure_error'],
    ['a redirect off the host', { redirect: 'https://login.example.com/' }, 'azure_host_refused'],
    ['a redirect on the host', { redirect: '/elsewhere' }, 'azure_host_refused'],
  ];
  it.each(rows)('%s', async (_, action, code) => {
    // The response to a deletion has no body.
    const asked = action === 'truncate' || action === 'truncate_gzip' ? reads : all;
    expect(await endings(action, asked)).toEqual(every(asked, code));
  });

  it.each(['', 'null', '[]', '{}', '7', '"text"', 'true', '[{"name":"x"}]', '{"value":7}'])(
    'a body that is none: %s',
    async (body) => {
      const ended = Object.entries(await endings({ body }, reads));
      const wrong = ended.filter(([, end]) => end !== 'answer_not_azure' && end !== 'azure_error');
      expect(wrong).toEqual([]);
    },
  );

  it.each(['self_link', 'endless_pages'] as const)('%s', async (action) => {
    const { accountModels, models, ...lists } = verbs.lists;
    expect([accountModels, models]).not.toContain(undefined);
    expect(await endings(action, lists)).toEqual(every(lists, 'azure_answer_too_large'));
  });

  it('the original responses', async () => {
    simulator().state.faults = [];
    const azure = await simulator().azure();
    for (const verb of Object.values(reads)) expect(await verb(azure)).toBeDefined();
  });
});

it('a resource is absent only with one of ARM’s codes', async () => {
  const gone = refused(404, 'ResourceNotFound');
  const { subscription, resourceGroup, ...others } = verbs.resources;
  expect([subscription, resourceGroup]).not.toContain(undefined);
  expect(await endings(gone, others)).toEqual(every(others, 'an answer'));
});
