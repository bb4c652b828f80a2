import { problemText } from '../../../../common/words/problems/problem_text';
import { blockers } from '../../../../common/plan';
import type { CheckId, VerdictStatus } from '../../../../common/check';
import { aSetupRequest } from '../../../../test/support/builders/a_setup_request';
import { aDeployment, aGroup, anAccount, kept } from '../../../../test/azure';
import {
  azureInProcess,
  busy,
  forbidden,
  onMain,
  reader,
  type AzureInProcess,
} from '../../../../test/support/azure_in_process';
import { createFakeTarget, fakeTargets } from '../../../../test/support/fake_target';
import type { Readiness } from '../../targets/target';
import { makePlan } from './plan';
import { setUp } from '../set_up';

const now = new Date(kept('2026-11-02T09:00:00Z'));
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function aPlan(
  azure: AzureInProcess,
  change: Parameters<typeof aSetupRequest>[0] = {},
  given: { readiness?: Partial<Readiness<'connector'>>; expiresAt?: Date } = {},
) {
  const plan = await makePlan(setUp, {
    request: aSetupRequest(change),
    azure,
    targets: fakeTargets(createFakeTarget(given.readiness)),
    sessionExpiresAt: given.expiresAt ?? inMinutes(60),
    now,
    kibanaVersion: '9.4.0',
    report: (error) => {
      throw error;
    },
  });
  expect(azure.writes).toEqual([]);
  const verdict = (check: string) => {
    const found = plan.verdicts.find((one) => one.check === check);
    return [found?.status, found?.problem?.code, found?.problem?.field];
  };
  return { plan, verdict };
}

describe('a plan', () => {
  it('passes every check and lists the resources to create in an empty subscription', async () => {
    const { plan } = await aPlan(azureInProcess());
    expect(plan.verdicts.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(blockers(plan)).toEqual([]);
    expect(plan.steps.map(({ step, action, name }) => [step, action, name])).toEqual([
      ['provider_registration', 'reuse', 'Microsoft.CognitiveServices'],
      ['resource_group', 'create', 'kibana-openai'],
      ['account', 'create', 'kibana-openai-4f2a'],
      ['model_deployment', 'create', 'gpt-5.2'],
      ['target', 'create', 'Azure OpenAI - GPT-5.2'],
      ['first_answer', 'create', 'gpt-5.2'],
    ]);
  });

  type Case = [
    what: string,
    verdict: [check: string, status: VerdictStatus, code: string, field?: string],
    azure: (azure: AzureInProcess) => void,
  ];
  const cases: Case[] = [
    [
      'a disabled subscription',
      ['subscription', 'fail', 'subscription_disabled', 'subscriptionId'],
      ({ main }) => void (main.state = 'Disabled'),
    ],
    [
      'a subscription that is not there',
      ['subscription', 'fail', 'subscription_not_found', 'subscriptionId'],
      ({ world }) => void (world.subscriptions = []),
    ],
    [
      'no right to create',
      ['permissions', 'fail', 'authorization_failed'],
      ({ assign }) => assign(reader),
    ],
    [
      'a right that another entry takes back',
      ['permissions', 'fail', 'authorization_failed'],
      ({ assign }) => assign(onMain(['*'], ['microsoft.cognitiveservices/accounts/listkeys/*'])),
    ],
    [
      'rights that cannot be read',
      ['permissions', 'unverified', 'permissions_unreadable'],
      (azure) => azure.fail('permissions', forbidden, 9),
    ],
    [
      'an unregistered provider without the right to register it',
      ['provider_registered', 'fail', 'provider_not_registered'],
      ({ main, assign }) => {
        main.registration = { state: 'NotRegistered' };
        assign(reader);
      },
    ],
    [
      'a name that is taken elsewhere',
      ['name_free', 'fail', 'subdomain_taken', 'customSubDomainName'],
      ({ world }) => void (world.takenPrefix = 'kibana-openai-4f2a'),
    ],
    [
      'a name that could not be looked up',
      ['name_free', 'unverified', 'subdomain_unverified'],
      (azure) => azure.fail('isSubdomainFree', busy, 9),
    ],
    [
      'quota that only the whole subscription may read',
      ['quota', 'unverified', 'quota_unreadable'],
      (azure) => azure.fail('usages', forbidden, 9),
    ],
  ];
  it.each(cases)('finds %s', async (_what, [check, status, code, field], prepare) => {
    const azure = azureInProcess();
    prepare(azure);
    const { verdict } = await aPlan(azure);
    expect(verdict(check)).toEqual([status, code, field]);
  });

  const retired = { modelName: 'gpt-4o', modelVersion: '2024-05-13' };
  it.each([
    [{ modelName: 'gpt-7' }, 'model_offered', 'fail', 'model_not_offered', 'modelName'],
    [retired, 'model_lifecycle', 'fail', 'model_deprecated', 'modelName'],
    [{ capacity: 99_999 }, 'model_offered', 'fail', 'capacity_not_supported', 'capacity'],
    [{ capacity: 45_000 }, 'quota', 'fail', 'insufficient_quota', 'capacity'],
    [{ capacity: 5 }, 'quota', 'warn', 'quota_low', 'capacity'],
  ])('judges a request with %j in %s: %s %s', async (change, check, status, code, field) => {
    const { verdict } = await aPlan(azureInProcess(), change);
    expect(verdict(check)).toEqual([status, code, field]);
  });

  it.each<[string, Partial<Readiness<'connector'>>, string, string]>([
    ['no encryption key', { canEncrypt: false }, 'kibana_secrets', 'encryption_key_missing'],
    ['a basic license', { licenseSufficient: false }, 'license', 'license_insufficient'],
    ['a disabled type', { isEnabled: false }, 'connector_type', 'connector_type_disabled'],
    ['no privilege', { canCreate: false }, 'connector_privilege', 'connector_privilege_missing'],
    ['API keys off', { apiKeysEnabled: false }, 'api_keys', 'api_keys_disabled'],
    ['a closed host list', { allowsUrl: () => false }, 'allowed_host', 'host_not_allowed'],
  ])("finds Kibana's own obstacle: %s", async (_what, readiness, check, code) => {
    const { verdict, plan } = await aPlan(azureInProcess(), {}, { readiness });
    expect(verdict(check).slice(0, 2)).toEqual(['fail', code]);
    expect(blockers(plan)).toHaveLength(1);
  });

  const closed = { allowsUrl: () => false };
  it.each<[string, Parameters<typeof aPlan>[1], Partial<Readiness<'connector'>>, CheckId[]]>([
    ['with an API key', {}, {}, ['application']],
    ['with a closed host list', {}, closed, ['endpoint_reach']],
    ['without the license', {}, { licenseSufficient: false }, ['connector_type']],
    ['with an unknown model', { modelName: 'gpt-7' }, {}, ['model_lifecycle', 'quota']],
    ['without an endpoint name', { customSubDomainName: undefined }, {}, ['allowed_host']],
  ])('lists no check that had nothing to check: %s', async (_what, change, readiness, absent) => {
    const { plan } = await aPlan(azureInProcess(), change, { readiness });
    expect(plan.verdicts.filter(({ check }) => absent.includes(check))).toEqual([]);
  });

  it('lists no check of what setup would create when a deployment is reused', async () => {
    const azure = azureInProcess();
    const { accountName, resourceGroup, deploymentName } = aSetupRequest();
    azure.world.groups.push(aGroup(resourceGroup, 'eastus2'));
    const chat = aDeployment(deploymentName, ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 100]);
    azure.world.accounts.push(anAccount(accountName, resourceGroup, { deployments: [chat] }));
    const { verdict } = await aPlan(azure);
    expect(verdict('policy')).toEqual([undefined, undefined, undefined]);
    expect(verdict('model_offered')).toEqual(['pass', undefined, undefined]);
  });

  it('warns when the sign-in ends before the setup would', async () => {
    const { verdict } = await aPlan(azureInProcess(), {}, { expiresAt: inMinutes(4) });
    expect(verdict('signed_in').slice(0, 2)).toEqual(['warn', 'session_expires_soon']);
  });
});

describe('the problems of a plan', () => {
  it('name regions as people do, and commands as Azure does', async () => {
    const azure = azureInProcess();
    const { plan } = await aPlan(azure, { location: 'westus3', modelName: 'gpt-99' });
    const problems = plan.verdicts.flatMap(({ problem }) => problem ?? []);
    const offered = problems.find(({ code }) => code === 'model_not_offered');
    expect(offered?.detail).toMatchObject({ location: 'westus3', region: 'West US 3' });
    const texts = problems.map((problem) => Object.values(problemText(problem)).join(' '));
    expect(texts.filter((text) => text.includes('westus3'))).toEqual([]);
  });
});
