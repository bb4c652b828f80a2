import type { TargetChoice } from '../../../../common/targets/targets';
import type { CheckId, Verdict } from '../../../../common/check';
import { problemText } from '../../../../common/words/problems/problem_text';
import { aDeployment, aGroup, anAccount } from '../../../../test/azure';
import { aCheckContext } from '../../../../test/support/builders/a_check_context';
import { azureInProcess, type AzureInProcess } from '../../../../test/support/azure_in_process';
import { deployVersion } from '../../../../test/support/deploy_version';
import { verdictsOf } from '../check';
import { modelLifecycle } from './model_lifecycle';

type Version = readonly [name: string, version: string];

const day = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

/** An account with one deployment, or none. */
function withAccount(deployed: Version | undefined, type = 'GlobalStandard'): AzureInProcess {
  const azure = azureInProcess();
  const deployments = deployed ? [aDeployment('chat', deployed, [type, 100])] : [];
  azure.world.groups.push(aGroup('rg-old', 'eastus2'));
  azure.world.accounts.push(anAccount('old-openai', 'rg-old', { deployments }));
  return azure;
}

interface Case {
  version: Version;
  lifecycleStatus?: string;
  retiresInDays?: number;
  kibanaVersion?: string;
  target?: TargetChoice;
  type?: 'GlobalStandard' | 'Standard';
}

async function judged(isReused: boolean, { version, kibanaVersion, type, ...given }: Case) {
  const [modelName, modelVersion] = version;
  const azure = withAccount(isReused ? version : undefined, type);
  azure.changeModels((model) =>
    model.name === modelName && model.version === modelVersion
      ? {
          ...model,
          lifecycleStatus: given.lifecycleStatus ?? 'GenerallyAvailable',
          deprecation: { inference: inDays(given.retiresInDays ?? 900) },
          skus: model.skus.map((sku) => ({ ...sku, deprecationDate: undefined })),
        }
      : model,
  );
  const context = await aCheckContext(azure, {
    resourceGroup: 'rg-old',
    accountName: 'old-openai',
    customSubDomainName: 'old-openai',
    deploymentName: 'chat',
    modelName,
    modelVersion,
    deploymentType: type ?? 'GlobalStandard',
    ...(given.target && { target: given.target }),
  });
  return verdictsOf(modelLifecycle, { ...context, ...(kibanaVersion && { kibanaVersion }) });
}

const summary = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ status, problem }) => [status, problem?.code].filter(Boolean).join(' '));

const gpt52: Version = ['gpt-5.2', '2025-12-11'];
const gpt56: Version = ['gpt-5.6-luna', '2026-07-07'];
const gpt41mini: Version = ['gpt-4.1-mini', '2025-04-14'];

describe('the lifecycle of a model', () => {
  it.each<[string, Case, string[]]>([
    ['is current', { version: gpt52 }, ['pass']],
    ['retires soon', { version: gpt52, retiresInDays: 90 }, ['warn model_retires_soon']],
    ['is retired', { version: gpt52, retiresInDays: -1 }, ['fail model_deprecated']],
    ['takes no tools while it reasons', { version: gpt56 }, ['warn model_needs_reasoning_effort']],
    ['has a low score', { version: gpt41mini }, ['warn model_not_recommended']],
    [
      'refuses the temperature of this Kibana',
      { version: gpt52, kibanaVersion: '9.2.4' },
      ['warn parameter_unsupported'],
    ],
  ])(
    'is the same for a new and for a reused deployment of one that %s',
    async (_what, one, found) => {
      expect(summary(await judged(false, one))).toEqual(found);
      expect(summary(await judged(true, one))).toEqual(found);
    },
  );

  it('names the version of Kibana from which on the model works', async () => {
    const [found] = await judged(false, { version: gpt52, kibanaVersion: '9.2.8' });
    const { remedy } = problemText(found?.problem ?? { code: 'unexpected' });
    expect(remedy).toBe(
      'Update Kibana to version 9.3 or later, or choose a model that works with this version.',
    );
  });

  it.each<[string, TargetChoice, string]>([
    ['9.4.0', 'inference_endpoint', '9.4.6'],
    ['9.5.1', 'both', '9.5.3'],
  ])(
    'warns of a model that refuses what Kibana %s sends through %s, and names version %s',
    async (kibanaVersion, target, version) => {
      const one = { version: gpt52, kibanaVersion, target };
      for (const isReused of [false, true]) {
        expect(await judged(isReused, one)).toMatchObject([
          { status: 'warn', problem: { code: 'parameter_unsupported', detail: { version } } },
        ]);
      }
    },
  );

  it('offers a model that works when the subscription deploys one that is phased out', async () => {
    const azure = azureInProcess();
    deployVersion(azure, 'gpt-4.1', '2025-04-14');
    const [modelName, modelVersion] = gpt52;
    const context = await aCheckContext(azure, { modelName, modelVersion });
    const found = await verdictsOf(modelLifecycle, { ...context, kibanaVersion: '9.2.8' });
    expect(found).toMatchObject([
      { status: 'warn', fixes: [{ code: 'use_model', detail: { model: 'gpt-4.1' } }] },
    ]);
  });

  it('warns of a reused deployment that Azure phases out, with the date when that is near', async () => {
    const phased = { version: gpt52, lifecycleStatus: 'Deprecating' };
    expect(summary(await judged(true, phased))).toEqual(['warn model_deprecating']);
    expect(summary(await judged(true, { ...phased, retiresInDays: 90 }))).toEqual([
      'warn model_retires_soon',
    ]);
    expect(summary(await judged(false, phased))).toEqual(['fail model_deprecating']);
  });

  it.each<[string, string, string[]]>([
    ['gpt-5.9', '9.4.0', ['unverified model_unverified', 'warn model_needs_reasoning_effort']],
    ['gpt-5.0-old', '9.2.0', ['unverified model_unverified', 'warn parameter_unsupported']],
    ['gpt-3.5-turbo', '9.4.0', ['unverified model_unverified']],
  ])(
    'judges a reused model by name when Azure no longer lists it: %s',
    async (name, kibanaVersion, found) => {
      const verdicts = await judged(true, { version: [name, '2024-01-01'], kibanaVersion });
      expect(summary(verdicts)).toEqual(found);
      expect(new Set(verdicts.map(({ check }) => check))).toEqual(
        new Set<CheckId>(['model_lifecycle']),
      );
    },
  );
});
