import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ModelDrawback } from '../../../common/options';
import type { Offers } from '../../../common/models/offers';
import { anAccountOption } from '../../../test/support/builders/an_account';
import { failure } from '../../../test/support/page/fake_http';
import { aModel, aRequest, showStep, someOptions } from '../../../test/support/page/show_form_step';
import { anOffer, someOffers } from '../../../test/support/builders/some_offers';
import { ModelRow } from './model_row';

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
const ofMini = { modelName: 'gpt-4.1-mini', modelVersion: '2025-04-14' };
const row = () => screen.getByTestId('modelRow');
const chosenByPerson = { modelName: { code: 'chosen_by_you' } } as const;

describe('the row', () => {
  it('shows the model with its score and the end of its support', () => {
    showStep(ModelRow);
    expect(screen.getByRole('heading', { level: 3, name: 'GPT-5.2' })).toBeInTheDocument();
    expect(row()).toHaveTextContent(
      "8.6 of 10 in Elastic's security tests · supported until Jun 8, 2027",
    );
    expect(row()).toHaveTextContent('Recommended');
    expect(screen.getByRole('button', { name: 'Change: Model' })).toHaveTextContent('Change');
  });

  it.each([
    ["Elastic hasn't rated it", aModel({ securityScore: undefined }), 'Not rated by Elastic'],
    [
      'it retires soon',
      aModel({ deploymentTypes: withDrawbacks('retires_soon') }),
      'Retires within 180 days',
    ],
    [
      'its quota could not be read',
      aModel({
        deploymentTypes: aModel().deploymentTypes.map(({ free: _free, ...type }) => type),
      }),
      '8.6 of 10',
    ],
  ])('calls the model only the best available when %s', (_why, model, words) => {
    showStep(ModelRow, { options: someOptions({ models: [model] }) });
    expect(row()).toHaveTextContent('Best available');
    expect(within(row()).queryByText('Recommended')).not.toBeInTheDocument();
    expect(row()).toHaveTextContent(words);
  });

  it('shows the drawbacks of a chosen model without the badge', () => {
    showStep(ModelRow, { request: ofMini, options: someOptions({ models: [mini, aModel()] }) });
    expect(row()).toHaveTextContent('Not recommended by Elastic');
    expect(row()).toHaveTextContent('no retirement date announced');
    expect(row()).not.toHaveTextContent(/Recommended|Best available/);
  });

  it('is not called recommended when the person chose it, though it is the same', () => {
    showStep(ModelRow, { reasons: chosenByPerson });
    expect(row()).not.toHaveTextContent(/Recommended|Best available/);
  });

  it('says that the region does not list the model, but not while the list is read', () => {
    const options = someOptions({ models: [aModel()] });
    const { unmount } = showStep(ModelRow, { request: ofMini, options, optionsLoading: true });
    expect(row()).not.toHaveTextContent("doesn't list");
    unmount();
    showStep(ModelRow, { request: ofMini, options });
    expect(row()).toHaveTextContent("Azure doesn't list this model in Sweden Central.");
  });

  it('names the existing deployment that is used', () => {
    const account = anAccountOption({
      ...{ resourceGroup: 'rg', accountName: 'ours', location: 'swedencentral' },
    });
    showStep(ModelRow, {
      request: { resourceGroup: 'rg', accountName: 'ours', deploymentName: 'chat' },
      options: someOptions({ accounts: [account] }),
    });
    expect(screen.getByTestId('modelReused')).toHaveTextContent(
      'The existing deployment chat is used as it is.',
    );
  });
});

/** Opens the flyout over these offers. */
async function openFlyout(
  answer: () => Offers | Promise<Offers>,
  setting: Parameters<typeof showStep>[1] = {},
) {
  const shown = showStep(ModelRow, { ...setting, answers: { offers: answer } });
  await userEvent.click(screen.getByTestId('modelRowChange'));
  await screen.findByTestId('modelFlyout');
  return shown;
}
const card = (modelName: string) => screen.findByTestId(`modelCard-${modelName}`);
const radio = (name: string) => screen.findByRole('radio', { name: new RegExp(`^${name}`) });
const save = () => userEvent.click(screen.getByTestId('modelFlyoutSave'));

describe('the flyout', () => {
  it('shows one card for each model, the best first, and takes the chosen one over on Save', async () => {
    const { updates, calls } = await openFlyout(() => someOffers());
    expect(screen.getByRole('heading', { level: 2, name: 'Model' })).toBeInTheDocument();
    expect(await card('gpt-5.2')).toHaveTextContent('Recommended');
    expect(calls.at(-1)?.body).toMatchObject({
      subscriptionId: aRequest().subscriptionId,
      kind: 'OpenAI',
      useCase: 'security',
    });
    const cards = screen.getAllByTestId(/^modelCard-/);
    expect(cards.map((one) => one.getAttribute('data-test-subj'))).toEqual([
      'modelCard-gpt-5.2',
      'modelCard-gpt-4.1',
      'modelCard-gpt-5.4',
    ]);
    expect(await radio('GPT-5.2')).toBeChecked();
    const other = await card('gpt-4.1');
    expect(other).toHaveTextContent("6.5 of 10 in Elastic's security tests");
    expect(other).toHaveTextContent('up to 700,000 tokens per minute available');
    expect(other).toHaveTextContent('Worse: lower score, not available in Sweden Central');
    expect(other).not.toHaveTextContent('Better');
    expect(await card('gpt-5.4')).toHaveTextContent("can't call tools from Kibana");

    await userEvent.click(await radio('GPT-4.1'));
    expect(updates).toEqual([]);
    await save();
    expect(updates).toEqual([{ modelName: 'gpt-4.1' }]);
    expect(screen.queryByTestId('modelFlyout')).not.toBeInTheDocument();
  });

  it('changes nothing on Cancel', async () => {
    const { updates, resets, useCases } = await openFlyout(() => someOffers());
    await userEvent.click(await radio('GPT-4.1'));
    await userEvent.click(screen.getByTestId('modelUseCase-both'));
    await userEvent.click(screen.getByTestId('modelFlyoutCancel'));
    expect(screen.queryByTestId('modelFlyout')).not.toBeInTheDocument();
    expect({ updates, resets, useCases }).toEqual({ updates: [], resets: [], useCases: [] });
  });

  it('rates the models for the use that the person names, and takes it over on Save', async () => {
    const { useCases, updates, calls } = await openFlyout(() => someOffers());
    await card('gpt-5.2');
    await userEvent.click(screen.getByTestId('modelUseCase-observability'));
    await waitFor(() => expect(calls.at(-1)?.body).toMatchObject({ useCase: 'observability' }));
    expect(await card('gpt-4.1')).toHaveTextContent("6.5 of 10 in Elastic's observability tests");
    await save();
    expect(useCases).toEqual(['observability']);
    expect(updates).toEqual([]);
  });

  it('lets the version be chosen where there is more than one', async () => {
    const offers = [
      anOffer(),
      anOffer({ modelVersion: '2025-08-01', retiresAt: undefined }),
      anOffer({ modelName: 'gpt-4.1' }),
    ];
    const { updates } = await openFlyout(() => someOffers({ offers }));
    const choice = await screen.findByTestId('modelVersion-gpt-5.2');
    expect(choice).toHaveValue('2025-12-11');
    await userEvent.selectOptions(choice, '2025-08-01');
    expect(await card('gpt-5.2')).toHaveTextContent('no retirement date announced');
    await save();
    expect(updates).toEqual([{ modelName: 'gpt-5.2', modelVersion: '2025-08-01' }]);
  });

  it('says what to do when Azure would refuse every model, lists why, and has nothing to save', async () => {
    const refused = { drawbacks: ['no_quota' as const], free: 0 };
    const offers = [anOffer(refused), anOffer({ modelName: 'gpt-4.1', ...refused })];
    await openFlyout(() => someOffers({ offers }));
    expect(await screen.findByTestId('modelsNoneAvailable')).toHaveTextContent(
      /Request quota in the Azure portal.*choose another subscription/,
    );
    expect(
      screen.getByRole('button', { name: '2 models are not available to you' }),
    ).toHaveAttribute('aria-expanded', 'true');
    expect(screen.queryByTestId('modelFlyoutSave')).not.toBeInTheDocument();
  });

  it('collapses unavailable models, with the reason', async () => {
    const refused = { free: 0 };
    const offers = [
      anOffer(),
      anOffer({ modelName: 'gpt-4.1', drawbacks: ['no_quota'], ...refused }),
      anOffer({ modelName: 'gpt-4o', ...refused }),
    ];
    await openFlyout(() => someOffers({ offers }));
    await userEvent.click(await screen.findByText('2 models are not available to you'));
    expect(screen.getByText(/No quota in this subscription/)).toBeVisible();
    expect(screen.getByText(/Less quota is available than the smallest deployment/)).toBeVisible();
    expect(screen.queryByTestId('modelCard-gpt-4.1')).not.toBeInTheDocument();
  });

  it('can be searched where there are many models, and says so when none is left', async () => {
    const offers = Array.from({ length: 8 }, (_, index) =>
      anOffer({ modelName: `model-${index}` }),
    );
    const { announced } = await openFlyout(() => someOffers({ offers }));
    await userEvent.type(await screen.findByTestId('modelSearch'), 'model-7');
    expect(screen.getAllByRole('radio', { name: /^model/ })).toHaveLength(1);
    expect(announced.at(-1)).toBe('1 model shown');
    await userEvent.type(screen.getByTestId('modelSearch'), 'x');
    expect(screen.queryAllByRole('radio', { name: /^model/ })).toEqual([]);
    await userEvent.click(screen.getByTestId('modelClearSearch'));
    expect(screen.getAllByRole('radio', { name: /^model/ })).toHaveLength(8);
  });

  it('shows what is loading, lists unreadable regions, and can retry', async () => {
    let answer = (_offers: Offers) => {};
    const { calls } = await openFlyout(() => new Promise<Offers>((resolve) => (answer = resolve)));
    expect(screen.getByTestId('dataReading')).toHaveTextContent(
      'Reading models and quota in 3 regions',
    );
    answer(
      someOffers({ unread: [{ location: 'swedencentral', problem: { code: 'azure_throttled' } }] }),
    );
    expect(await screen.findByTestId('dataUnread')).toHaveTextContent('Sweden Central');
    const read = calls.length;
    await userEvent.click(screen.getByTestId('dataReadAgain'));
    await waitFor(() => expect(calls).toHaveLength(read + 1));
    answer(someOffers());
    await waitFor(() => expect(screen.queryByTestId('dataUnread')).toBeNull());
  });

  it('shows that the quota is unknown', async () => {
    await openFlyout(() =>
      someOffers({ offers: [anOffer({ free: undefined })], quotaUnreadable: true }),
    );
    const best = await card('gpt-5.2');
    expect(best).toHaveTextContent("available quota couldn't be read");
    expect(best).toHaveTextContent('Best available');
  });

  it('says what to do when nothing was found or nothing could be read', async () => {
    let works = false;
    const { calls } = await openFlyout(() => {
      if (works) return someOffers({ offers: [] });
      throw failure({ code: 'azure_busy' });
    });
    await screen.findByTestId('problem-azure_busy');
    works = true;
    await userEvent.click(screen.getByTestId('offersTryAgain'));
    expect(await screen.findByTestId('offersNone')).toHaveTextContent(
      'Choose another subscription',
    );
    const read = calls.length;
    await userEvent.click(screen.getByTestId('offersLookAgain'));
    await waitFor(() => expect(calls).toHaveLength(read + 1));
  });

  it('asks for a new sign-in when there is none, and does not wait for an answer', async () => {
    showStep((step) => <ModelRow {...step} session={undefined} />);
    await userEvent.click(screen.getByTestId('modelRowChange'));
    expect(await screen.findByTestId('signInAgain')).toBeInTheDocument();
    expect(screen.queryByTestId('dataReading')).not.toBeInTheDocument();
  });

  it('returns to the recommended model when the person chose another', async () => {
    const { resets } = await openFlyout(() => someOffers(), {
      request: { modelName: 'gpt-4.1' },
      reasons: chosenByPerson,
    });
    await userEvent.click(await screen.findByTestId('modelUseRecommended'));
    expect(resets).toEqual([
      ['modelName', 'modelVersion', 'deploymentType', 'location', 'capacity'],
    ]);
    expect(screen.queryByTestId('modelFlyout')).not.toBeInTheDocument();
  });

  it('opens for one of its fields', async () => {
    const { found } = showStep(ModelRow, { field: 'modelName' });
    expect(await screen.findByTestId('modelFlyout')).toBeInTheDocument();
    expect(found).toContain('modelName');
  });
});
