import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { SetupError } from '../../../../../common/problem';
import { everyVerb } from '../../../../../test/support/every_verb';
import { createArmAzure } from '../arm_azure';
import type { Azure } from '../../azure';

/** An Azure with one response to every request. */
function azureAnswering(bodyAsText: string, contentType = 'application/json'): Azure {
  const httpClient: HttpClient = {
    sendRequest: async (request) => ({
      request,
      status: 200,
      headers: createHttpHeaders({ 'content-type': contentType }),
      bodyAsText,
    }),
  };
  const who = { cloud: 'public', tenantId: 't', accessToken: 'the-token' } as const;
  return createArmAzure({ ...who, httpClient });
}

const id = '5e0c1d1e-7c7e-4a3b-9d55-0a1b2c3d4e5f';
const place = { resourceGroup: 'rg', accountName: 'name' };
const account = { subscriptionId: id, ...place };
const verbs = everyVerb({
  ...{ ...account, deploymentName: 'd' },
  deletedAccount: { ...place, location: 'eastus2' },
});
const reads = { ...verbs.lists, ...verbs.questions, ...verbs.resources };

const of = (properties: unknown, more: object = {}) => ({
  id: null,
  name: null,
  kind: 'OpenAI',
  location: null,
  tags: { a: null },
  sku: null,
  properties,
  ...more,
});
const thing = (found: unknown) => JSON.stringify(found);
const listed = (found: unknown) => JSON.stringify({ value: [found] });
const oddThings: unknown[] = [
  7,
  'text',
  [],
  {},
  of(null),
  of({}),
  of({ endpoints: null, networkAcls: null, model: null, provisioningState: null }),
  of({ networkAcls: { ipRules: null }, endpoint: 'not a url' }, { tags: null }),
  of({ networkAcls: { ipRules: [{}, { value: null }] } }),
  of({ endpoint: 'https://evil.example/', scheduledPurgeDate: 'x' }, { tags: [] }),
];
const oddAnswers: [body: string, contentType?: string][] = [
  [''],
  ['{"value":'],
  ['<html><body>Sign in</body></html>', 'text/html'],
  ['<html><body>Sign in</body></html>'],
  ['null'],
  ['{"value":null}'],
  ['{"value":{}}'],
  ...oddThings.flatMap((found): [string][] => [[thing(found)], [listed(found)]]),
];

/** A bug would be `unexpected`, or no SetupError. */
async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'read';
  } catch (error) {
    if (!(error instanceof SetupError)) return String(error);
    return error.problem.code;
  }
}

describe.each(Object.entries(reads))('%s', (_verb, read) => {
  it('reads an odd response or reports it as not from Azure', async () => {
    const codes = await Promise.all(
      oddAnswers.map(async ([body, contentType]) => [
        body,
        await codeOf(read(azureAnswering(body, contentType))),
      ]),
    );
    const known = [
      'read',
      'azure_error',
      'answer_not_azure',
      'azure_host_refused',
      'azure_unreachable',
    ];
    expect(codes.filter(([, code]) => !known.includes(code ?? ''))).toEqual([]);
  });
});

it('a response without a key is a failure', async () => {
  expect(await codeOf(azureAnswering('{"key1":""}').accountKey(account))).toBe('azure_error');
});

it.each([
  ['openai', 'OpenAI'],
  ['aiservices', 'AIServices'],
  ['AISERVICES', 'AIServices'],
])('an account of the kind %s serves as one of %s', async (written, kind) => {
  const found = { id: 'x', name: 'name', kind: written, location: 'eastus2', properties: {} };
  const azure = azureAnswering(JSON.stringify(found));
  expect(await azure.account(account)).toMatchObject({ kind });
  const all = azureAnswering(JSON.stringify({ value: [found, { ...found, kind: 'Face' }] }));
  expect(await all.accounts(id)).toMatchObject([{ kind }]);
});

it('an invalid URL of a next page is refused', async () => {
  for (const nextLink of ['https://[', 'http://a b']) {
    const azure = azureAnswering(JSON.stringify({ value: [], nextLink }));
    for (const read of [reads.resourceGroups, reads.models, reads.accounts]) {
      await expect(read?.(azure)).rejects.toMatchObject({
        problem: { code: 'azure_host_refused' },
      });
    }
  }
});

describe('a list to choose from', () => {
  const good = {
    name: 'rg',
    location: 'eastus2',
    tenantId: 't',
    subscriptionId: id,
    displayName: 'One',
  };
  const choices = ['tenants', 'subscriptions', 'resourceGroups'] as const;
  it.each(choices)('%s drops invalid entries', async (verb) => {
    const azure = azureAnswering(JSON.stringify({ value: [null, { name: null }, good] }));
    expect(await reads[verb]?.(azure)).toHaveLength(1);
  });

  it.each(choices)('%s rejects a list with only invalid entries', async (verb) => {
    const azure = azureAnswering(JSON.stringify({ value: [null] }));
    expect(await codeOf(reads[verb]?.(azure) ?? Promise.resolve())).toBe('azure_error');
  });
});
