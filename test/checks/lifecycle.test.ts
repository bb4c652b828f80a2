import type { SetupRequest } from '../../common/setup_request';
import { aDeployment, aGroup, anAccount, type SimDeployment } from '../azure';
import { named } from './expected';
import { findingsOf } from './findings';
import { usePlanner } from './plan_in_world';

const planner = usePlanner();

const gpt51 = ['gpt-5.1', '2025-11-13'] as const;
const gpt4o = ['gpt-4o', '2024-08-06'] as const;
const gpt41mini = ['gpt-4.1-mini', '2025-04-14'] as const;

const planWith = (request: Partial<SetupRequest>, ...deployments: SimDeployment[]) =>
  planner.planIn('empty', request, {
    arrange({ state: { world } }) {
      world.groups.push(aGroup('rg-old', 'eastus2'));
      world.accounts.push(anAccount('old-openai', 'rg-old', { deployments }));
    },
  });

const reused = (
  name: string,
  [modelName, modelVersion]: readonly [string, string],
  capacity = 100,
) => ({
  ...named('old-openai', 'rg-old'),
  deploymentName: name,
  modelName,
  modelVersion,
  capacity,
});

describe('a reused deployment', () => {
  it('is checked by its own model, version and deployment type', async () => {
    const chat = aDeployment('chat', gpt51, ['GlobalStandard', 100], {
      versionUpgradeOption: 'NoAutoUpgrade',
    });
    const plan = await planWith(reused('chat', gpt51), chat);
    expect(findingsOf(plan)).toEqual(['model_lifecycle warn model_retires_soon: use_model']);
    const { problem } = plan.verdicts.find(({ check }) => check === 'model_lifecycle') ?? {};
    expect(problem?.detail).toMatchObject({ model: 'gpt-5.1', deployment: 'chat' });
  });

  it('is checked by the version it serves when the request names another', async () => {
    const chat = aDeployment('chat', ['gpt-4o', '2024-05-13'], ['GlobalStandard', 100]);
    const plan = await planWith(reused('chat', ['gpt-4o', '2024-11-20']), chat);
    expect(findingsOf(plan)).toEqual(['model_lifecycle fail model_deprecated: use_model']);
  });

  it('has a warning when it is small or not recommended by Elastic', async () => {
    const chat = aDeployment('chat', gpt41mini, ['GlobalStandard', 10]);
    expect(findingsOf(await planWith(reused('chat', gpt41mini, 10), chat))).toEqual(
      expect.arrayContaining([
        'model_lifecycle warn model_not_recommended: use_model',
        'quota warn quota_low',
      ]),
    );
  });
});

describe('a version that Azure phases out', () => {
  const request = { modelName: gpt4o[0], modelVersion: gpt4o[1], capacity: 40 };

  it('is a warning where the subscription has a deployment of it', async () => {
    const chat = aDeployment('chat', gpt4o, ['GlobalStandard', 10]);
    expect(findingsOf(await planWith(request, chat))).toEqual([
      'model_lifecycle warn model_deprecating: use_model',
    ]);
  });

  it('is a failure where it has none', async () => {
    expect(findingsOf(await planWith(request))).toEqual([
      'model_lifecycle fail model_deprecating: use_model',
    ]);
  });
});
