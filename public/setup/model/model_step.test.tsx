import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aModel, aRequest, showStep, someOptions } from '../../../test/support/show_form_step';
import type { AccountOption, ModelDrawback } from '../../../common/options';
import { ModelStep, modelSummary } from './model_step';

const withDrawbacks = (...drawbacks: ModelDrawback[]) =>
  aModel().deploymentTypes.map((type) => ({ ...type, drawbacks }));

const mini = aModel({
  modelName: 'gpt-4.1-mini',
  modelVersion: '2025-04-14',
  securityScore: 3.26,
  observabilityScore: undefined,
  deploymentTypes: withDrawbacks('low_score'),
  retiresAt: undefined,
});
const two = someOptions({ models: [mini, aModel()] });

describe('the model', () => {
  it('is shown with what speaks for it', () => {
    showStep(ModelStep);
    const card = screen.getByTestId('modelCard');
    expect(card).toHaveTextContent('GPT-5.2');
    expect(card).toHaveTextContent('Version 2025-12-11');
    expect(card).toHaveTextContent('Recommended');
    expect(card).toHaveTextContent('8.58 of 10 for security, as of October 2026');
    expect(card).toHaveTextContent('can be processed in any Azure region');
    expect(card).toHaveTextContent('450,000 tokens per minute');
    expect(card).toHaveTextContent('Jun 8, 2027');
  });

  it('is scored for the use a person names', async () => {
    const { useCases } = showStep(ModelStep);
    await userEvent.click(screen.getByTestId('modelUseCase-observability'));
    expect(useCases).toEqual(['observability']);
    expect(screen.getByTestId('modelCard')).toHaveTextContent('8.5 of 10 for observability');
  });

  it('says its drawbacks in words', () => {
    showStep(ModelStep, {
      request: { modelName: 'gpt-4.1-mini', modelVersion: '2025-04-14' },
      options: two,
    });
    const card = screen.getByTestId('modelCard');
    expect(card).toHaveTextContent('Elastic does not recommend it');
    expect(within(card).queryByText('Recommended')).not.toBeInTheDocument();
  });

  it('is not called recommended when it is the choice of the person', async () => {
    const { resets } = showStep(ModelStep, { reasons: { modelName: { code: 'chosen_by_you' } } });
    expect(screen.queryByText('Recommended')).not.toBeInTheDocument();
    await userEvent.click(screen.getByTestId('modelUseRecommended'));
    expect(resets).toEqual([
      ['modelName', 'modelVersion', 'deploymentType', 'location', 'capacity'],
    ]);
  });
});

describe('the deployment', () => {
  it('has a type, with what it means for the data', async () => {
    const { updates } = showStep(ModelStep);
    await userEvent.selectOptions(screen.getByTestId('modelDeploymentType'), 'Standard');
    expect(updates).toEqual([{ deploymentType: 'Standard' }]);
    expect(
      screen.getAllByText('Prompts and answers are processed in Sweden Central only.').length,
    ).toBeGreaterThan(0);
  });

  it('names no range of tokens where not even the least is free', () => {
    const deploymentTypes = aModel().deploymentTypes.map((type) => ({ ...type, free: 0 }));
    showStep(ModelStep, { options: someOptions({ models: [aModel({ deploymentTypes })] }) });
    expect(screen.getByText(/No quota is free for this model and type/)).toBeInTheDocument();
    expect(screen.queryByText(/can be set/)).not.toBeInTheDocument();
  });

  it('says when the model has no such type in the region', () => {
    showStep(ModelStep, { request: { deploymentType: 'DataZoneStandard' } });
    expect(screen.getByTestId('modelDeploymentType')).toHaveValue('DataZoneStandard');
    expect(
      screen.getByText('Choose a type that the model offers in this region.'),
    ).toBeInTheDocument();
  });

  it('has a version policy', async () => {
    const { updates } = showStep(ModelStep);
    await userEvent.selectOptions(screen.getByTestId('modelVersionPolicy'), 'NoAutoUpgrade');
    expect(updates).toEqual([{ versionUpgradeOption: 'NoAutoUpgrade' }]);
    expect(screen.getByText(/stops answering on the day its version retires/)).toBeInTheDocument();
  });

  it('has a name, and its rule when the name breaks it', async () => {
    const { updates } = showStep(ModelStep);
    const input = screen.getByTestId('deploymentName');
    expect(input).toHaveAccessibleDescription(/Named after the model\./);
    await userEvent.clear(input);
    await userEvent.type(input, '-x');
    expect(updates.at(-1)).toEqual({ deploymentName: '-x' });
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/starts with a letter or digit/);
    expect(input).toHaveAccessibleDescription(/Your choice\./);
  });
});

describe('tokens per minute', () => {
  const meaning = () => screen.getByTestId('capacityMeaning');

  it('are what is free, at most', () => {
    showStep(ModelStep);
    const slider = screen.getByTestId('capacityRange');
    expect(slider).toHaveAttribute('min', '1000');
    expect(slider).toHaveAttribute('max', '450000');
    expect(slider).toHaveValue('100000');
    expect(screen.getByText(/1,000 to 450,000 tokens per minute can be set\./)).toBeInTheDocument();
  });

  it('change with the slider', () => {
    const { updates } = showStep(ModelStep);
    fireEvent.change(screen.getByTestId('capacityRange'), { target: { value: '250000' } });
    expect(updates).toEqual([{ capacity: 250 }]);
    expect(screen.getByTestId('capacityNumber')).toHaveValue(250_000);
  });

  it.each([
    [29, 'danger', /29,000 tokens per minute: about 3 assistant turns a minute\. Too few/],
    [30, 'warning', /30,000 tokens per minute: about 3 assistant turns .* one or two people/],
    [99, 'warning', /99,000 tokens per minute: about 12 assistant turns/],
    [100, 'success', /100,000 tokens per minute: about 12 assistant turns a minute\. A turn is/],
  ])('of %d units are judged as %s', async (capacity, level, words) => {
    const { updates } = showStep(ModelStep);
    const input = screen.getByTestId('capacityNumber');
    await userEvent.clear(input);
    await userEvent.type(input, String(capacity * 1000));
    expect(updates.at(-1)).toEqual({ capacity });
    expect(meaning()).toHaveAttribute('data-level', level);
    expect(meaning()).toHaveTextContent(words);
  });

  it('stay empty while a person types, and say the rule', async () => {
    showStep(ModelStep);
    const input = screen.getByTestId('capacityNumber');
    await userEvent.clear(input);
    expect(input).toHaveValue(null);
    expect(input).toBeInvalid();
    expect(screen.getByText(/At least one unit of quota/)).toBeInTheDocument();
  });

  it('are rounded to the increment when the field loses focus', async () => {
    const { updates } = showStep(ModelStep);
    const input = screen.getByTestId('capacityNumber');
    await userEvent.clear(input);
    await userEvent.type(input, '40600');
    expect(input).toHaveValue(40_600);
    await userEvent.tab();
    expect(input).toHaveValue(41_000);
    expect(updates.at(-1)).toEqual({ capacity: 41 });
  });

  it('beyond what is free are refused in words', () => {
    showStep(ModelStep, { request: { capacity: 451 } });
    expect(screen.getByTestId('capacityNumber')).toBeInvalid();
    expect(
      screen.getByText('More than can be set: at most 450,000 tokens per minute.'),
    ).toBeInTheDocument();
  });

  it('names the deployments that count against the quota row, whatever their model and version', () => {
    const usageName = 'OpenAI.GlobalStandard.gpt-5.2-preview';
    const ofOtherRow = aModel().deploymentTypes.map((type) => ({ ...type, usageName }));
    const models = [
      aModel(),
      aModel({ modelName: 'gpt-5.2-chat' }),
      aModel({ modelVersion: '2026-01-01', deploymentTypes: ofOtherRow }),
    ];
    const deployment = (deploymentName: string, modelName: string, modelVersion: string) => ({
      ...{ deploymentName, modelName, modelVersion, deploymentType: 'GlobalStandard' },
      ...{ capacity: 10, state: 'Succeeded' },
    });
    const deployments = [
      deployment('same', 'gpt-5.2', '2025-12-11'),
      deployment('other-model', 'gpt-5.2-chat', '2025-12-11'),
      deployment('other-row', 'gpt-5.2', '2026-01-01'),
      deployment('retired-version', 'gpt-5.2-chat', '2024-01-01'),
    ];
    const account: AccountOption = {
      ...{ resourceGroup: 'rg', accountName: 'ours', kind: 'OpenAI', location: 'swedencentral' },
      ...{ state: 'Succeeded', networkAccess: 'all', keysDisabled: false, usedBy: [], deployments },
    };
    showStep(ModelStep, { options: someOptions({ models, accounts: [account] }) });
    expect(
      screen.getByText(
        'Held by your own 3 deployments: ours/same (10,000), ours/other-model (10,000), ours/retired-version (10,000).',
      ),
    ).toBeInTheDocument();
  });

  it('have no slider when the quota could not be read', () => {
    const model = aModel({
      deploymentTypes: [
        {
          deploymentType: 'GlobalStandard',
          minimum: 1,
          maximum: 30_000,
          step: 1,
          tokensPerUnit: 1000,
          usageName: 'OpenAI.GlobalStandard.gpt-5.2',
          drawbacks: [],
        },
      ],
    });
    showStep(ModelStep, { options: someOptions({ models: [model] }) });
    expect(screen.queryByTestId('capacityRange')).not.toBeInTheDocument();
    expect(screen.getByText(/The free quota could not be read/)).toBeInTheDocument();
    expect(screen.getByTestId('modelCard')).toHaveTextContent('Could not be read');
  });
});

describe('the folded step', () => {
  it('says model, version, type and size in one line', () => {
    expect(modelSummary(aRequest(), someOptions())).toBe(
      'GPT-5.2 2025-12-11, Global Standard, 100,000 tokens per minute',
    );
    expect(modelSummary(aRequest(), undefined)).toBe(
      'GPT-5.2 2025-12-11, Global Standard, 100 units of quota',
    );
  });
});
