import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline';
import { SetupError } from '../../../../../common/problem';
import { createArmAzure } from '../arm_azure';
import type { Azure, NewAccount } from '../../azure';

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
const group = { subscriptionId: id, resourceGroup: 'rg' };
const account = { ...group, accountName: 'name' };
const wanted: NewAccount = {
  ...account,
  location: 'eastus2',
  kind: 'OpenAI',
  customSubDomainName: 'name',
  networkAccess: 'all',
  ipRules: [],
  tags: {},
};
const reads: Record<string, (azure: Azure) => Promise<unknown>> = {
  tenants: (azure) => azure.tenants(),
  subscriptions: (azure) => azure.subscriptions(),
  subscription: (azure) => azure.subscription(id),
  regions: (azure) => azure.regions(id, 'OpenAI'),
  resourceGroups: (azure) => azure.resourceGroups(id),
  resourceGroup: (azure) => azure.resourceGroup(group),
  resourceGroupContents: (azure) => azure.resourceGroupContents(group),
  accounts: (azure) => azure.accounts(id),
  account: (azure) => azure.account(account),
  deletedAccount: (azure) => azure.deletedAccount(account, 'eastus2'),
  deletedAccounts: (azure) => azure.deletedAccounts(id),
  accountKey: (azure) => azure.accountKey(account),
  deployments: (azure) => azure.deployments(account),
  deployment: (azure) => azure.deployment({ ...account, deploymentName: 'd' }),
  models: (azure) => azure.models(id, 'eastus2'),
  usages: (azure) => azure.usages(id, 'eastus2'),
  permissions: (azure) => azure.permissions(group),
  locks: (azure) => azure.locks(group),
  providerState: (azure) => azure.providerState(id),
  isSubdomainFree: (azure) => azure.isSubdomainFree(id, 'name', 'OpenAI'),
  capacities: (azure) => azure.capacities(id, { modelName: 'm', modelVersion: '1' }),
  policyFindings: (azure) => azure.policyFindings({ subject: 'account', ...wanted }),
};

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
  it('makes of an odd answer what it can, or says that Azure answered oddly', async () => {
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

it('no key is a failure, too', async () => {
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

it('a next page whose address is none is refused', async () => {
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
  it.each(choices)('%s leaves out an entry that is none and shows the others', async (verb) => {
    const azure = azureAnswering(JSON.stringify({ value: [null, { name: null }, good] }));
    expect(await reads[verb]?.(azure)).toHaveLength(1);
  });

  it.each(choices)('%s is no empty list when none of its entries can be read', async (verb) => {
    const azure = azureAnswering(JSON.stringify({ value: [null] }));
    expect(await codeOf(reads[verb]?.(azure) ?? Promise.resolve())).toBe('azure_error');
  });
});
