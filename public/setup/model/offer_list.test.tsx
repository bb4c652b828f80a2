import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Offers } from '../../../common/offers';
import { aSession } from '../../../test/support/builders';
import { aSetupRequest } from '../../../test/support/a_setup_request';
import { showApplication, type Shown } from '../../../test/support/fake_core';
import { failure, type Answers } from '../../../test/support/fake_http';
import { click, fill, isolateTests, see, usualAnswers } from '../../../test/support/page_driver';
import { anOffer, someOffers } from '../../../test/support/some_offers';

/** The list behind "Choose another", in the whole page. */

let shown: Shown;
isolateTests(() => shown);

const openList = async (offers: NonNullable<Answers['offers']>) => {
  shown = showApplication({ answers: usualAnswers({ signIn: () => aSession(), offers }) });
  await click('signInSubmit');
  await click('modelChooseAnother');
};

const row = (id: string) => screen.getByTestId(`offerRow-${id}`);
const order = () =>
  screen.getAllByTestId(/^offerRow-/).map((one) => one.getAttribute('data-test-subj') ?? '');

const best = 'gpt-5.2-2025-12-11-GlobalStandard-eastus2';
const sweden = 'gpt-5.2-2025-12-11-Standard-swedencentral';
const refused = 'gpt-4.1-2025-04-14-DataZoneStandard-eastus2';

it('shows every way to deploy and takes the chosen one over', async () => {
  await openList(() => someOffers());
  const table = await see('offerTable');
  expect(shown.callsOf('offers').map(({ body }) => body)).toEqual([
    {
      session: aSession().session,
      subscriptionId: aSetupRequest().subscriptionId,
      kind: 'OpenAI',
      useCase: 'both',
    },
  ]);
  expect(screen.getByTestId('offersCount')).toHaveTextContent(
    "2 regions, 2 with enough quota. Scores are Elastic's, as of October 2026: Security matrix",
  );
  const cells = within(row(best)).getAllByRole('cell');
  expect(cells.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Recommended'),
    expect.stringContaining('2025-12-11'),
    expect.stringContaining('Global Standard'),
    expect.stringContaining('East US 2'),
    expect.stringContaining('700,000'),
    expect.stringContaining('8.54'),
    expect.stringContaining('Jun 8, 2027'),
    expect.stringContaining('Nothing is better for this use'),
    expect.stringContaining('Use'),
  ]);
  expect(within(table).getAllByText('Recommended')).toHaveLength(1);
  const use = (id: string) => within(row(id)).getByRole('button', { name: /^Use / });
  expect(use(refused)).toBeDisabled();

  await userEvent.click(within(table).getByRole('button', { name: /Free tokens/ }));
  expect(order()[0]).toBe(`offerRow-${refused}`);

  await userEvent.click(use(sweden));
  const fixed = {
    modelName: 'gpt-5.2',
    modelVersion: '2025-12-11',
    deploymentType: 'Standard',
    location: 'swedencentral',
  };
  await waitFor(() =>
    expect(shown.callsOf('recommendation').at(-1)?.body).toMatchObject({ fixed }),
  );
  expect(screen.queryByTestId('offerTable')).not.toBeInTheDocument();
  expect(screen.getByTestId('modelChooseAnother')).toHaveFocus();
});

it('shows its shape while it looks, names what it could not look at, and looks again', async () => {
  let answer = (_offers: Offers) => {};
  await openList(() => new Promise<Offers>((resolve) => (answer = resolve)));
  expect(await see('offersLooking')).toHaveTextContent('Looking at all regions');
  answer(
    someOffers({ unread: [{ location: 'swedencentral', problem: { code: 'azure_throttled' } }] }),
  );
  expect(await see('offersUnread')).toHaveTextContent(
    'Could not look at 1 region: Sweden Central.',
  );
  await click('offersLookAgain');
  await waitFor(() => expect(shown.callsOf('offers')).toHaveLength(2));
  answer(someOffers());
  await waitFor(() => expect(screen.queryByTestId('offersUnread')).toBeNull());
});

it('can be narrowed, and says so when nothing is left', async () => {
  await openList(() => someOffers());
  await see('offerTable');
  await userEvent.selectOptions(screen.getByTestId('offerResidency'), 'region');
  expect(order()).toEqual([`offerRow-${sweden}`]);
  await fill('offerSearch', 'gpt-4.1');
  expect(screen.queryByTestId('offerTable')).not.toBeInTheDocument();
  await click('offersShowAll');
  expect(order()).toHaveLength(6);
  await click('offerEnoughOnly');
  expect(order()).toHaveLength(4);
});

it('says that quota is unknown, which is neither none nor enough', async () => {
  const offers = [anOffer({ free: undefined, place: 'best' })];
  await openList(() => someOffers({ offers, quotaUnreadable: true }));
  await see('offerTable');
  expect(row(best)).toHaveTextContent('Unknown');
  expect(screen.getByTestId('offersCount')).toHaveTextContent('0 known to have enough quota');
  await click('offerEnoughOnly');
  expect(screen.queryByTestId('offerTable')).not.toBeInTheDocument();
});

it('says what to do when nothing was found or nothing could be asked', async () => {
  let works = false;
  await openList(() => {
    if (works) return someOffers({ offers: [] });
    throw failure({ code: 'azure_busy' });
  });
  await see('problem-azure_busy');
  works = true;
  await click('offersTryAgain');
  expect(await see('offersNone')).toHaveTextContent('Choose another subscription');
  await click('offersLookAgain');
  await waitFor(() => expect(shown.callsOf('offers')).toHaveLength(3));
});
