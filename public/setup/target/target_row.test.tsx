import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { KibanaTargetFacts } from '../../../common/targets/target_choice';
import type { TargetChoice } from '../../../common/targets/targets';
import { allGranted, anEnvironment } from '../../../test/support/builders/answers';
import { anAccountOption } from '../../../test/support/builders/an_account';
import { click, see } from '../../../test/support/page/page_driver';
import { showStep, someOptions } from '../../../test/support/page/show_form_step';
import { TargetRow } from './target_row';

const show = (
  targetFacts: KibanaTargetFacts,
  { request, ...setting }: Parameters<typeof showStep>[1] = {},
) =>
  showStep(TargetRow, {
    options: someOptions({ openAiSuffix: 'openai.azure.com' }),
    answers: { environment: () => anEnvironment({ targetFacts }) },
    request: { modelName: 'gpt-4.1', ...request },
    ...setting,
  });
const endpoint = { target: 'inference_endpoint' } as const;
const value = () => screen.getByTestId('targetRowValue');
const reason = () => see('targetReason');
const card = (choice: TargetChoice) => screen.getByTestId(`targetCard-${choice}`);
const radio = (choice: TargetChoice) => within(card(choice)).getByRole('radio');

async function openFlyout(): Promise<void> {
  await click('targetRowChange');
  await see('targetFlyout');
}

describe('the row of the connection', () => {
  it('names the connector and why it is the choice on 9.4', async () => {
    show(allGranted('9.4.0'));
    expect(await reason()).toHaveTextContent(
      'The OpenAI connector is the usual connection in this Kibana version.',
    );
    expect(value()).toHaveTextContent('OpenAI connector');
  });

  it.each([
    ['9.5.3', 'From 9.5 on, Kibana recommends inference endpoints.'],
    ['9.6.0', 'From 9.6 on, Kibana no longer offers the deprecated OpenAI connector'],
  ])('says why it is the endpoint on %s', async (version, words) => {
    show(allGranted(version), { request: endpoint });
    expect(await reason()).toHaveTextContent(words);
    expect(value()).toHaveTextContent('Inference endpoint');
  });

  it('warns when the choice of the person is risky', async () => {
    show(allGranted('9.5.0'), { request: { ...endpoint, modelName: 'gpt-5.2' } });
    expect(await see('targetCaution')).toHaveTextContent(
      /sends a temperature, which the model doesn't accept/,
    );
  });

  it.each(['inference_endpoint', 'both'] as const)(
    'warns of a risk of %s that the recommended one has, too, without a button',
    async (target) => {
      show(allGranted('9.6.0'), { request: { target, modelName: 'gpt-5.2' } });
      expect(await see('targetCaution')).toHaveTextContent(
        'the AI Assistant for Security can send a temperature',
      );
      expect(screen.queryByTestId('useFittingTarget')).not.toBeInTheDocument();
    },
  );

  it('offers the recommended one in one click', async () => {
    const { updates } = show(allGranted('9.5.0'), {
      request: { ...endpoint, modelName: 'gpt-5.2' },
    });
    expect(await see('useFittingTarget')).toHaveTextContent('Use the connector');
    expect(updates).toEqual([]);
    await click('useFittingTarget');
    await waitFor(() => expect(value()).toHaveTextContent('OpenAI connector'));
  });

  it('offers no connector for an account that accepts no keys', async () => {
    const request = { target: 'connector', authentication: 'entra_id' } as const;
    show(allGranted('9.4.6'), { request });
    expect(await reason()).toHaveTextContent('The OpenAI connector needs an API key.');
    await click('useFittingTarget');
    await waitFor(() => expect(value()).toHaveTextContent('Inference endpoint'));
  });

  it.each([
    ['offers the connector with a key', false, 'Use the connector with an API key'],
    ['offers nothing', true, undefined],
  ])('%s when the resource has keysDisabled: %s', async (_what, keysDisabled, words) => {
    const { resourceGroup, accountName } = anAccountOption();
    const facts = allGranted('9.6.0');
    const { updates } = show(
      { ...facts, privileges: { ...facts.privileges, manageInference: false } },
      {
        request: { ...endpoint, authentication: 'entra_id', resourceGroup, accountName },
        options: someOptions({
          openAiSuffix: 'openai.azure.com',
          accounts: [anAccountOption({ keysDisabled })],
        }),
      },
    );
    expect(await reason()).toHaveTextContent('cluster privilege manage_inference');
    const button = screen.queryByTestId('useFittingTarget');
    if (words === undefined) return expect(button).not.toBeInTheDocument();
    expect(button).toHaveTextContent(words);
    await click('useFittingTarget');
    expect(updates).toEqual([{ target: 'connector', authentication: 'api_key' }]);
  });

  it('explains a choice that is neither recommended nor risky', async () => {
    show(allGranted('9.6.0'), { request: { target: 'connector' } });
    expect(await reason()).toHaveTextContent('Kibana calls the model.');
  });

  it('names the privilege that is missing', async () => {
    const facts = allGranted('9.6.0');
    const privileges = { ...facts.privileges, monitorInference: false };
    show({ ...facts, privileges }, { request: endpoint });
    expect(await reason()).toHaveTextContent(
      "Your roles don't have the cluster privilege monitor_inference",
    );
  });
});

describe('the choice of the connection', () => {
  it('shows what each choice means, and the recommended one', async () => {
    show(allGranted('9.6.0'), { request: endpoint });
    await openFlyout();
    await waitFor(() => expect(card('inference_endpoint')).toHaveTextContent('Recommended'));
    expect(radio('inference_endpoint')).toBeChecked();
    expect(card('connector')).not.toHaveTextContent('Recommended');
    for (const words of [
      'Available in this space only.',
      'Actions and Connectors: Read',
      'Kibana stores the API key encrypted',
      'Calls come from the Kibana server.',
      "From 9.6 on, people can't create it in Kibana",
    ]) {
      expect(card('connector')).toHaveTextContent(words);
    }
    for (const words of [
      'Available in every space',
      'monitor_inference',
      'Elasticsearch stores the API key and never returns it.',
      'Calls come from the Elasticsearch nodes',
      'Elasticsearch tests it when it creates the endpoint.',
      'azure-openai-gpt-5.2',
    ]) {
      expect(card('inference_endpoint')).toHaveTextContent(words);
    }
    expect(card('both')).toHaveTextContent('can use the connector in this space');
  });

  it('saves the choice, and gives the recommended one back to the recommendation', async () => {
    const { updates, resets } = show(allGranted('9.4.0'));
    await openFlyout();
    fireEvent.click(radio('both'));
    await click('targetFlyoutSave');
    expect(updates).toEqual([{ target: 'both' }]);
    await waitFor(() => expect(value()).toHaveTextContent('Connector and inference endpoint'));
    await openFlyout();
    fireEvent.click(radio('connector'));
    await click('targetFlyoutSave');
    expect(resets).toEqual([['target']]);
    expect(updates).toHaveLength(1);
  });

  it('changes nothing when it is canceled', async () => {
    const { updates, resets } = show(allGranted('9.4.0'));
    await openFlyout();
    fireEvent.click(radio('inference_endpoint'));
    await click('targetFlyoutCancel');
    expect([...updates, ...resets]).toEqual([]);
  });

  it.each<[string, KibanaTargetFacts, TargetChoice[], string]>([
    ['9.3', allGranted('9.3.1'), ['inference_endpoint', 'both'], 'from Kibana 9.4 on'],
    [
      'a disabled connector type',
      { ...allGranted('9.4.0'), connectorEnabled: false },
      ['connector', 'both'],
      'The OpenAI connector is disabled in this Kibana.',
    ],
  ])(
    'disables an impossible choice with %s, and says why',
    async (_case, facts, refused, words) => {
      const possible = refused.includes('connector') ? endpoint : {};
      show(facts, { request: possible });
      await openFlyout();
      await waitFor(() => expect(card('both')).toHaveTextContent(words));
      for (const choice of refused) {
        expect(radio(choice)).toBeDisabled();
        expect(card(choice)).toHaveTextContent(words);
      }
    },
  );

  it('says that no key is used when the endpoint signs in as an application', async () => {
    show(allGranted('9.4.0'), { request: { ...endpoint, authentication: 'entra_id' } });
    await openFlyout();
    expect(card('inference_endpoint')).toHaveTextContent('Elasticsearch stores the client secret');
    await waitFor(() => expect(radio('connector')).toBeDisabled());
    expect(card('connector')).toHaveTextContent('The OpenAI connector needs an API key.');
  });
});
