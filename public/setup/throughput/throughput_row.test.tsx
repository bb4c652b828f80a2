import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { act } from 'react-dom/test-utils';
import type { AccountOption, DeploymentTypeOption } from '../../../common/options';
import { aModel, showStep, someOptions } from '../../../test/support/page/show_form_step';
import { ThroughputRow } from './throughput_row';

const withTypes = (change: Partial<DeploymentTypeOption>) =>
  someOptions({
    models: [
      aModel({ deploymentTypes: aModel().deploymentTypes.map((type) => ({ ...type, ...change })) }),
    ],
  });
const unknownQuota = { free: undefined, limit: undefined, used: undefined };
const row = () => screen.getByTestId('throughputRow');

const anAccount = (deployments: AccountOption['deployments']): AccountOption => ({
  ...{ resourceGroup: 'rg', accountName: 'ours', kind: 'OpenAI', location: 'swedencentral' },
  ...{ state: 'Succeeded', networkAccess: 'all', keysDisabled: false, usedBy: [], deployments },
});
const aDeployment = (deploymentName: string, modelName: string, modelVersion: string) => ({
  ...{ deploymentName, modelName, modelVersion, deploymentType: 'GlobalStandard' },
  ...{ capacity: 10, state: 'Succeeded' },
});

describe('the row', () => {
  it('shows in words what is in use, what Kibana gets, and what stays free', () => {
    showStep(ThroughputRow);
    expect(
      screen.getByRole('heading', { level: 3, name: '100,000 tokens per minute' }),
    ).toBeInTheDocument();
    const bar = screen.getByTestId('quotaBar');
    expect(bar).toHaveTextContent('50,000 in use');
    expect(bar).toHaveTextContent('100,000 for Kibana, about 12 answers a minute');
    expect(bar).toHaveTextContent('350,000 of 500,000 stays available');
    expect(screen.getByRole('button', { name: 'Change: Throughput' })).toBeInTheDocument();
  });

  it('never says "about 0 answers"', () => {
    showStep(ThroughputRow, { request: { capacity: 1 } });
    expect(row()).toHaveTextContent('1,000 for Kibana, too low because one question can exceed');
    expect(row()).not.toHaveTextContent('about 0');
  });

  it('has no bar when the quota could not be read, and says so', () => {
    showStep(ThroughputRow, { options: withTypes(unknownQuota) });
    expect(screen.queryByTestId('quotaBar')).not.toBeInTheDocument();
    expect(row()).toHaveTextContent(
      "For Kibana: about 12 answers a minute. Couldn't read the available quota.",
    );
  });

  it('says how much is possible when the value is more than is free', () => {
    showStep(ThroughputRow, { request: { capacity: 451 } });
    expect(row()).toHaveTextContent('At most 450,000 tokens per minute are possible.');
  });

  it('says that nothing is free', () => {
    showStep(ThroughputRow, { options: withTypes({ free: 0, used: 500 }) });
    expect(row()).toHaveTextContent('No quota is available for this model and deployment type.');
  });

  it('gives the size in units of quota while the model is unknown', () => {
    showStep(ThroughputRow, { request: { modelName: 'unknown' } });
    expect(screen.getByRole('heading', { name: '100 units of quota' })).toBeInTheDocument();
  });

  it('keeps the throughput of an existing deployment, which is in use already', () => {
    const account = anAccount([aDeployment('chat', 'gpt-5.2', '2025-12-11')]);
    showStep(ThroughputRow, {
      request: { resourceGroup: 'rg', accountName: 'ours', deploymentName: 'chat' },
      options: someOptions({ accounts: [account] }),
    });
    expect(row()).toHaveTextContent('The existing deployment chat keeps its throughput.');
    const bar = screen.getByTestId('quotaBar');
    expect(bar).toHaveTextContent('40,000 in use');
    expect(bar).toHaveTextContent('10,000 for Kibana');
    expect(bar).toHaveTextContent('450,000 of 500,000 stays available');
    expect(screen.queryByTestId('throughputRowChange')).not.toBeInTheDocument();
  });
});

async function openFlyout(setting: Parameters<typeof showStep>[1] = {}) {
  const shown = showStep(ThroughputRow, setting);
  await userEvent.click(screen.getByTestId('throughputRowChange'));
  await screen.findByTestId('throughputFlyout');
  return shown;
}
const input = () => screen.getByTestId('capacityNumber');
const slider = () => screen.getByTestId('capacityRange');
const meaning = () => screen.getByTestId('capacityMeaning');
const save = () => userEvent.click(screen.getByTestId('throughputFlyoutSave'));
const enter = async (tokens: string) => {
  await userEvent.clear(input());
  await userEvent.type(input(), tokens);
};

describe('the flyout', () => {
  it('has a slider over what is free, a number with its range, and the same picture', async () => {
    await openFlyout();
    expect(screen.getByRole('heading', { level: 2, name: 'Throughput' })).toBeInTheDocument();
    expect(slider()).toHaveAttribute('min', '1000');
    expect(slider()).toHaveAttribute('max', '450000');
    expect(slider()).toHaveValue('100000');
    expect(input()).toHaveValue(100_000);
    expect(input()).toHaveAccessibleDescription(
      /Enter a value from 1,000 to 450,000 in steps of 1,000\./,
    );
    expect(input()).toHaveAccessibleDescription(/About 12 answers a minute/);
    expect(screen.getAllByTestId('quotaBar')).toHaveLength(2);
  });

  it('changes nothing before Save', async () => {
    const { updates } = await openFlyout();
    fireEvent.change(slider(), { target: { value: '250000' } });
    expect(input()).toHaveValue(250_000);
    expect(slider()).toHaveAttribute('aria-valuetext', '250,000 tokens per minute');
    expect(updates).toEqual([]);
    await save();
    expect(updates).toEqual([{ capacity: 250 }]);
  });

  it('changes nothing on Cancel', async () => {
    const { updates, resets } = await openFlyout();
    await enter('50000');
    await userEvent.click(screen.getByTestId('throughputFlyoutCancel'));
    expect(screen.queryByTestId('throughputFlyout')).not.toBeInTheDocument();
    expect({ updates, resets }).toEqual({ updates: [], resets: [] });
  });

  it.each([
    ['recommended', 'Recommended', 300],
    ['small', 'Small (30K)', 30],
    ['all_free', 'All that is available', 450],
  ])('has a button for %s', async (id, name, capacity) => {
    const { updates } = await openFlyout();
    const preset = screen.getByTestId(`throughputPreset-${id}`);
    expect(preset).toHaveTextContent(name);
    expect(preset).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(preset);
    expect(preset).toHaveAttribute('aria-pressed', 'true');
    await save();
    expect(updates).toEqual([{ capacity }]);
  });

  it('gives the recommended size back to the recommendation', async () => {
    const { updates, resets } = await openFlyout({ request: { capacity: 50 } });
    await enter('100000');
    await save();
    expect({ updates, resets }).toEqual({ updates: [], resets: [['capacity']] });
  });

  it.each([
    [29, 'tight', /^Too low\. One question can exceed this limit\./],
    [30, 'few', /^Limited\. About 3 answers a minute \(8,000 tokens each\): enough for one or two/],
    [99, 'few', /^Limited\. About 12 answers/],
    [100, 'ample', /^Good\. About 12 answers a minute \(8,000 tokens each\): enough for a team/],
  ])('judges %d units as %s, in words', async (capacity, level, words) => {
    await openFlyout({ request: { capacity: 200 } });
    await enter(String(capacity * 1_000));
    expect(meaning()).toHaveAttribute('data-level', level);
    expect(meaning().textContent.trim()).toMatch(words);
  });

  it.each([
    ['empty', ''],
    ['too small', '0'],
    ['less than one unit', '400'],
    ['between two steps', '1500'],
    ['more than is free', '451000'],
    ['a typing mistake', '999999999000'],
  ])(
    'refuses a value that is %s with the whole range, and keeps the focus there',
    async (_what, typed) => {
      const { updates } = await openFlyout();
      await userEvent.clear(input());
      if (typed) await userEvent.type(input(), typed);
      expect(input()).toBeInvalid();
      const rule = 'Enter a value from 1,000 to 450,000 in steps of 1,000.';
      expect(screen.getAllByText(rule)).toHaveLength(1);
      expect(input()).toHaveAccessibleDescription(new RegExp(rule));
      expect(screen.queryByTestId('capacityMeaning')).not.toBeInTheDocument();
      expect(screen.getAllByTestId('quotaBar')).toHaveLength(1);
      await save();
      expect(updates).toEqual([]);
      expect(input()).toHaveFocus();
    },
  );

  it('names the steps where they are larger than a unit', async () => {
    const { updates } = await openFlyout({
      options: withTypes({ minimum: 50, step: 50, free: 430 }),
    });
    expect(input()).toHaveAccessibleDescription(
      /Enter a value from 50,000 to 400,000 in steps of 50,000\./,
    );
    await enter('180000');
    await save();
    expect(updates).toEqual([]);
    await enter('200000');
    await save();
    expect(updates).toEqual([{ capacity: 200 }]);
  });

  it('names no range where not even the smallest size is free', async () => {
    await openFlyout({ options: withTypes({ free: 0 }) });
    expect(screen.queryByTestId('capacityRange')).not.toBeInTheDocument();
    expect(input()).toBeInvalid();
    expect(input()).toHaveAccessibleDescription(/No quota is available .* Choose another model/);
    expect(screen.queryByText(/Enter a value/)).not.toBeInTheDocument();
  });

  it('has no slider and no bar when the quota could not be read, and names the role', async () => {
    await openFlyout({ options: withTypes({ ...unknownQuota, maximum: undefined }) });
    expect(screen.queryByTestId('capacityRange')).not.toBeInTheDocument();
    expect(screen.queryByTestId('quotaBar')).not.toBeInTheDocument();
    expect(screen.getByTestId('quotaNotes')).toHaveTextContent('Cognitive Services Usages Reader');
    expect(input()).toHaveAccessibleDescription(
      /Enter a value of 1,000 or more, in steps of 1,000\./,
    );
  });

  it('names the deployments that count against the quota row, whatever their model and version', async () => {
    const usageName = 'OpenAI.GlobalStandard.gpt-5.2-preview';
    const ofOtherRow = aModel().deploymentTypes.map((type) => ({ ...type, usageName }));
    const models = [
      aModel(),
      aModel({ modelName: 'gpt-5.2-chat' }),
      aModel({ modelVersion: '2026-01-01', deploymentTypes: ofOtherRow }),
    ];
    const account = anAccount([
      aDeployment('same', 'gpt-5.2', '2025-12-11'),
      aDeployment('other-model', 'gpt-5.2-chat', '2025-12-11'),
      aDeployment('other-row', 'gpt-5.2', '2026-01-01'),
      aDeployment('retired-version', 'gpt-5.2-chat', '2024-01-01'),
    ]);
    await openFlyout({ options: someOptions({ models, accounts: [account] }) });
    expect(
      screen.getByText(
        'Used by your own 3 deployments: ours/same (10,000), ours/other-model (10,000), ours/retired-version (10,000).',
      ),
    ).toBeInTheDocument();
  });

  it('says what Azure itself has left where that is less than the quota', async () => {
    await openFlyout({ options: withTypes({ free: 60, available: 60 }) });
    expect(screen.getByTestId('quotaNotes')).toHaveTextContent(
      'Azure currently has 60,000 tokens per minute of capacity left in Sweden Central',
    );
  });
});

describe('the announcement', () => {
  const said = () => screen.getByTestId('levelAnnouncement').textContent;
  const move = (tokens: number) =>
    fireEvent.change(slider(), { target: { value: String(tokens) } });
  const wait = (ms: number) => act(() => void jest.advanceTimersByTime(ms));

  afterEach(() => jest.useRealTimers());

  it('is a level that has changed and stayed, once', async () => {
    await openFlyout();
    jest.useFakeTimers();
    const watcher = new MutationObserver(() => undefined);
    watcher.observe(screen.getByTestId('levelAnnouncement'), {
      ...{ childList: true, characterData: true, subtree: true },
    });
    for (let tokens = 110_000; tokens <= 220_000; tokens += 10_000) move(tokens);
    wait(5_000);
    expect(said()).toBe('');
    for (let tokens = 90_000; tokens >= 40_000; tokens -= 10_000) {
      move(tokens);
      wait(100);
      expect(said()).toBe('');
    }
    wait(600);
    expect(said()).toMatch(/^Limited\. About 5 answers/);
    move(50_000);
    wait(5_000);
    expect(said()).toMatch(/^Limited\. About 5 answers/);
    expect(watcher.takeRecords()).toHaveLength(1);
    watcher.disconnect();
  });

  it('is taken back while the value is not possible', async () => {
    await openFlyout();
    jest.useFakeTimers();
    move(20_000);
    wait(600);
    expect(said()).toMatch(/^Too low/);
    fireEvent.change(input(), { target: { value: '999999999' } });
    wait(600);
    expect(said()).toBe('');
  });

  it('does not announce intermediate levels', async () => {
    await openFlyout();
    jest.useFakeTimers();
    move(20_000);
    wait(300);
    move(150_000);
    wait(5_000);
    expect(said()).toBe('');
  });
});
