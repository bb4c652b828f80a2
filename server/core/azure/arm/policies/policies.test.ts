import { createHttpHeaders, type PipelineRequest } from '@azure/core-rest-pipeline';
import * as v from 'valibot';
import { problemOf } from '../../../../../test/support/adapter_stage';
import { createArmAzure } from '../arm_azure';
import type { NewAccount } from '../../azure';

const subscriptionId = '5d2b6c10-7e3f-4b6a-8d7e-91c4a5b6e202';
const root = `/subscriptions/${subscriptionId}`;
const group = { subscriptionId, resourceGroup: 'rg-kibana' };
const atGroup = `${root}/resourceGroups/rg-kibana/providers/Microsoft`;
const account: NewAccount = {
  ...group,
  accountName: 'kibana-openai',
  location: 'eastus2',
  kind: 'OpenAI',
  customSubDomainName: 'kibana-openai',
  networkAccess: 'all',
  ipRules: [],
  tags: { Team: 'search' },
};

const subject = { subject: 'account', ...account } as const;

interface Answer {
  status?: number;
  body: unknown;
}
const refused = (status: number, code: string): Answer => ({ status, body: { error: { code } } });

/** An Azure that responds by path in the documented shapes, and its recorded requests. */
function answering(answers: Readonly<Record<string, Answer>>) {
  const asked: PipelineRequest[] = [];
  const azure = createArmAzure({
    ...{ cloud: 'public', tenantId: 'a-tenant', accessToken: 'a-token' },
    httpClient: {
      async sendRequest(request) {
        asked.push(request);
        const { status = 200, body } =
          answers[new URL(request.url).pathname] ?? refused(404, 'NotFound');
        const headers = createHttpHeaders();
        return { request, status, headers, bodyAsText: JSON.stringify(body) };
      },
    },
  });
  return { azure, asked };
}

const definition = '/providers/Microsoft.Authorization/policyDefinitions/e56962a6';
const assignment = `${root}/providers/Microsoft.Authorization/policyAssignments/57dac8a0`;
const policy = { policyDefinitionId: definition, policyAssignmentId: assignment };

const field = (path: string, operator: string, targetValue: unknown, result = 'True') => ({
  ...{ result, expressionKind: 'Field', expression: path, path, operator, targetValue },
});
const keysAreOn = field('properties.disableLocalAuth', 'NotEquals', 'true');
const ofAccounts = field('type', 'Equals', 'Microsoft.CognitiveServices/accounts');

const evaluation = (policyEffect: string, ...evaluatedExpressions: unknown[]) => ({
  policyInfo: policy,
  evaluationResult: 'NonCompliant',
  evaluationDetails: { evaluatedExpressions },
  effectDetails: { policyEffect },
});
const restriction = (policyEffect: string, result: string, values?: string[]) => ({
  ...{ result, policyEffect, policy, ...(values ? { values } : {}) },
});

const check = `${atGroup}.PolicyInsights/checkPolicyRestrictions`;
const policies = (policyEvaluations: unknown[], fieldRestrictions: unknown[] = []) => ({
  [check]: { body: { fieldRestrictions, contentEvaluationResult: { policyEvaluations } } },
});

async function findingsOf(evaluations: unknown[], restrictions: unknown[] = [], change = {}) {
  const { azure } = answering(policies(evaluations, restrictions));
  const found = await azure.policyFindings({ ...subject, ...change });
  return found.map(({ policy: _, assignment: __, subject: ___, ...rest }) => rest);
}

describe('policies that object to what the account is', () => {
  it.each([
    [
      'the built-in allowed locations',
      [
        field('location', 'NotIn', ['Sweden Central', 'westeurope']),
        field('location', 'NotEquals', 'global'),
        field('type', 'NotEquals', 'Microsoft.AzureActiveDirectory/b2cDirectories'),
      ],
      { about: 'location', allowed: ['swedencentral', 'westeurope'] },
    ],
    [
      'the same said the other way round',
      [ofAccounts, field('location', 'In', ['swedencentral'], 'False')],
      { about: 'location', allowed: ['swedencentral'] },
    ],
    [
      'the built-in required tag',
      [field('tags[costCenter]', 'Exists', 'false')],
      { about: 'tag', tagName: 'costCenter' },
    ],
    [
      'a required tag with its value',
      [field("tags['env']", 'NotEquals', 'prod')],
      { about: 'tag', tagName: 'env', allowed: ['prod'] },
    ],
    [
      'public access, in some places only',
      [
        ofAccounts,
        field('location', 'In', ['eastus2']),
        field('Microsoft.CognitiveServices/accounts/publicNetworkAccess', 'NotEquals', 'Disabled'),
      ],
      { about: 'public_access' },
    ],
    ['API keys', [ofAccounts, keysAreOn], { about: 'local_auth' }],
    [
      'something that is not ours',
      [ofAccounts, field('identity.type', 'Exists', 'false')],
      { about: 'other' },
    ],
  ])('%s', async (_, expressions, expected) => {
    expect(await findingsOf([evaluation('Deny', ...expressions)])).toEqual([
      { effect: 'deny', ...expected },
    ]);
  });

  it('without a word about why', async () => {
    const bare = { ...evaluation('Append'), evaluationDetails: null };
    expect(await findingsOf([bare])).toEqual([{ effect: 'modify', about: 'other' }]);
  });

  it.each(['Audit', 'AuditIfNotExists', 'DeployIfNotExists', 'Disabled', 'Manual', 'DenyAction'])(
    'do not affect it when they %s',
    async (effect) => {
      const required = { field: 'tags.owner', restrictions: [restriction(effect, 'Required')] };
      expect(await findingsOf([evaluation(effect, ofAccounts, keysAreOn)], [required])).toEqual([]);
    },
  );
});

describe('policies that restrict its fields', () => {
  const owner = (...restrictions: unknown[]) => [{ field: 'tags.owner', restrictions }];
  const keysField = 'Microsoft.CognitiveServices/accounts/disableLocalAuth';

  it('require a missing tag or another value', async () => {
    const required = owner(restriction('Deny', 'Required', ['it', 'sales']));
    const finding = { effect: 'deny', about: 'tag', tagName: 'owner', allowed: ['it', 'sales'] };
    expect(await findingsOf([], required)).toEqual([finding]);
    expect(await findingsOf([], required, { tags: { owner: 'me' } })).toEqual([finding]);
    expect(await findingsOf([], required, { tags: { Owner: 'IT' } })).toEqual([]);
  });

  it('forbid values', async () => {
    const denied = owner(restriction('Deny', 'Deny', ['no-team']));
    expect(await findingsOf([], denied)).toEqual([]);
    expect(await findingsOf([], denied, { tags: { owner: 'no-team' } })).toEqual([
      { effect: 'deny', about: 'tag', tagName: 'owner' },
    ]);
  });

  it('disable or require keys', async () => {
    const keys = (value: string) => [
      { field: keysField, restrictions: [restriction('Modify', 'Required', [value])] },
    ];
    expect(await findingsOf([], keys('true'))).toEqual([{ effect: 'modify', about: 'local_auth' }]);
    expect(await findingsOf([], keys('false'))).toEqual([]);
  });

  it('count once, with all details', async () => {
    const objected = evaluation('Deny', field('tags[owner]', 'Exists', 'false'));
    const unexplained = evaluation('Deny', ofAccounts);
    const required = owner(restriction('Deny', 'Required', ['it']));
    expect(await findingsOf([unexplained, objected], required)).toEqual([
      { effect: 'deny', about: 'tag', tagName: 'owner', allowed: ['it'] },
    ]);
  });
});

const anObject = v.record(v.string(), v.unknown());

describe('asking about policies', () => {
  const objection = evaluation('Deny', field('tags[owner]', 'Exists', 'false'));

  it('sends only the planned resource', async () => {
    const { azure, asked } = answering({
      ...policies([]),
      [`${atGroup}.CognitiveServices/accounts/kibana-openai`]: { status: 201, body: {} },
    });
    await azure.policyFindings(subject);
    await azure.createAccount(account);
    const bodies = asked.map(({ body }) => (typeof body === 'string' ? body : ''));
    const [question, creation] = bodies.map((body) => v.parse(anObject, JSON.parse(body)));
    expect(question).toEqual({
      resourceDetails: {
        apiVersion: '2025-09-01',
        resourceContent: {
          type: 'Microsoft.CognitiveServices/accounts',
          name: 'kibana-openai',
          ...creation,
        },
      },
      pendingFields: [
        { field: 'tags' },
        { field: 'Microsoft.CognitiveServices/accounts/disableLocalAuth' },
      ],
    });
  });

  it('reads the names of the policy and its assignment', async () => {
    const displayName = (name: string) => ({ body: { name, properties: { displayName: name } } });
    const { azure, asked } = answering({
      ...policies([objection, evaluation('Deny', field('location', 'NotIn', ['westus']))]),
      [definition]: displayName('Require a tag'),
      [assignment]: displayName('Tags at Contoso'),
    });
    const names = { policy: 'Require a tag', assignment: 'Tags at Contoso' };
    const found = await azure.policyFindings(subject);
    expect(found).toEqual([expect.objectContaining(names), expect.objectContaining(names)]);
    expect(asked).toHaveLength(3);
  });

  it('falls back to the ids without permission to read the policy', async () => {
    const { azure } = answering({
      ...policies([objection]),
      [definition]: refused(403, 'AuthorizationFailed'),
    });
    expect(await azure.policyFindings(subject)).toMatchObject([
      { policy: 'e56962a6', assignment: '57dac8a0' },
    ]);
  });

  it.each([
    [403, 'AuthorizationFailed', 'authorization_failed'],
    [409, 'MissingSubscriptionRegistration', 'policies_unreadable'],
  ])('names a %d %s', async (status, code, expected) => {
    const { azure } = answering({ [check]: refused(status, code) });
    expect(await problemOf(azure.policyFindings(subject))).toMatchObject({ code: expected });
  });
});

describe('locks', () => {
  const tail = '.Authorization/locks';
  const lock = (scope: string, level: string) => ({
    id: `${scope}/providers/Microsoft.Authorization/locks/l1`,
    name: 'l1',
    type: 'Microsoft.Authorization/locks',
    properties: { level },
  });
  const resourceGroup = `${root}/resourceGroups/rg-kibana`;

  it('are those at the group and above, never those of other things in it', async () => {
    const value = [
      lock(resourceGroup, 'CanNotDelete'),
      lock(root, 'ReadOnly'),
      lock(root, 'NotSpecified'),
    ];
    const { azure, asked } = answering({ [atGroup + tail]: { body: { value } } });
    expect(await azure.locks(group)).toEqual([
      { name: 'l1', level: 'CanNotDelete', scope: resourceGroup },
      { name: 'l1', level: 'ReadOnly', scope: root },
    ]);
    expect(new URL(asked[0]?.url ?? '').searchParams.get('$filter')).toBe('atScope()');
  });

  it('are those of the subscription while there is no group', async () => {
    const { azure, asked } = answering({
      [atGroup + tail]: refused(404, 'ResourceGroupNotFound'),
      [`${root}/providers/Microsoft${tail}`]: { body: { value: [lock(root, 'ReadOnly')] } },
    });
    expect(await azure.locks(group)).toEqual([{ name: 'l1', level: 'ReadOnly', scope: root }]);
    expect(new URL(asked[1]?.url ?? '').searchParams.get('$filter')).toBe('atScope()');
  });
});

it('a purged account cannot be restored', async () => {
  const path = `${atGroup}.CognitiveServices/accounts/kibana-openai`;
  const { azure, asked } = answering({ [path]: refused(400, 'CanNotRestoreANonExistingResource') });
  const problem = await problemOf(azure.restoreAccount(account, 'eastus2'));
  expect(problem).toMatchObject({
    code: 'resource_not_found',
    detail: { name: 'kibana-openai' },
  });
  expect(asked.map(({ body }) => body)).toEqual([
    '{"location":"eastus2","properties":{"restore":true}}',
  ]);
});
