import { screen, within } from '@testing-library/react';
import type { RouteOutput } from '../../../common/routes';
import { aSession } from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, see } from '../../../test/support/page/page_driver';
import { showStep } from '../../../test/support/page/show_form_step';
import { CostRow } from './cost_row';

const pricingUrl = 'https://azure.microsoft.com/pricing/details/cognitive-services/openai-service/';
const prices = { currency: 'USD', input: 1.75, output: 14 };

const show = (
  answer: NonNullable<Answers['prices']>,
  setting: Parameters<typeof showStep>[1] = {},
) => showStep(CostRow, { answers: { prices: answer }, ...setting });
const found = () => ({ prices });
const notFound = () => ({});

const value = () => screen.getByTestId('costRowValue');
const text = () => screen.getByTestId('costPrices');
const link = () => screen.findByTestId('costLink');
const pays = 'Pay per token, nothing while idle';

describe('the row of the cost', () => {
  it('shows the price of an answer and of tokens, and leads to Azure’s page', async () => {
    const { calls } = show(found);
    await screen.findByText(/for a typical answer/);
    expect(await link()).toHaveAttribute('href', pricingUrl);
    expect(value()).toHaveTextContent(pays);
    expect(text()).toHaveTextContent(
      'About $0.02 for a typical answer. List price per million tokens: $1.75 in, $14.00 out.',
    );
    expect(calls[0]).toMatchObject({
      route: 'prices',
      body: {
        location: 'swedencentral',
        kind: 'OpenAI',
        modelName: 'gpt-5.2',
        modelVersion: '2025-12-11',
        deploymentType: 'GlobalStandard',
      },
    });
  });

  it('names small prices with the digits that matter', async () => {
    show(() => ({ prices: { currency: 'USD', input: 0.05, output: 0.4 } }));
    await screen.findByText(/for a typical answer/);
    expect(text()).toHaveTextContent('About $0.00058 for a typical answer.');
    expect(text()).toHaveTextContent('$0.05 in, $0.40 out');
  });

  it('has the link and no number if there is no price', async () => {
    show(notFound);
    await screen.findByText(/No list price could be read/);
    await link();
    expect(value()).toHaveTextContent(pays);
    expect(text()).toHaveTextContent('No list price could be read for this model and region.');
    expect(text().textContent).not.toMatch(/\d/);
  });

  it('has the link, and neither a number nor a problem, if the route fails', async () => {
    show(() => {
      throw failure({ code: 'too_many_requests' });
    });
    expect(await screen.findByText(/No list price could be read/)).toBeInTheDocument();
    expect(await link()).toHaveAttribute('href', pricingUrl);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(text().textContent).not.toMatch(/\d/);
  });

  it.each([
    ['usGovernment', pricingUrl],
    ['china', 'https://www.azure.cn/pricing/details/cognitive-services/'],
  ] as const)('leads to the page of the cloud %s', async (cloud, page) => {
    show(notFound, { session: { ...aSession(), cloud } });
    expect(await link()).toHaveAttribute('href', page);
  });

  it('shows that it is loading', () => {
    show(() => new Promise<RouteOutput<'prices'> & object>(() => undefined));
    expect(value()).toHaveTextContent(pays);
    expect(text()).toHaveTextContent("Reading Azure's price list");
  });

  it.each([
    ['GlobalProvisionedManaged', 'Pay by the hour, also while idle'],
    ['ProvisionedManaged', 'Pay by the hour, also while idle'],
    ['DeveloperTier', 'Depends on the deployment type DeveloperTier'],
    ['constructor', 'Depends on the deployment type constructor'],
  ])('does not call %s free while idle', async (deploymentType, billing) => {
    show(notFound, { request: { deploymentType } });
    await link();
    expect(value()).toHaveTextContent(billing);
    expect(screen.getByTestId('costRow')).not.toHaveTextContent(/nothing|per token|could be read/);
  });
});

describe('the details of the cost', () => {
  it('give the assumptions and the link', async () => {
    show(found);
    await screen.findByText(/for a typical answer/);
    await click('costRowChange');
    const flyout = await see('costFlyout');
    expect(within(flyout).getByRole('heading', { level: 2 })).toHaveTextContent('Cost');
    expect(flyout).toHaveTextContent(
      'A typical answer of an assistant uses 8,000 tokens: the model reads 7,500',
    );
    expect(within(flyout).getByTestId('costAmounts')).toHaveTextContent('$1.75');
    expect(within(flyout).getByTestId('costLink')).toHaveAttribute('href', pricingUrl);
    await click('costFlyoutClose');
    expect(screen.queryByTestId('costFlyout')).not.toBeInTheDocument();
  });

  it('have no price of an answer if billing is per hour', async () => {
    show(notFound, { request: { deploymentType: 'ProvisionedManaged' } });
    await link();
    await click('costRowChange');
    expect(await see('costFlyout')).not.toHaveTextContent(/typical answer|are free/);
    expect(screen.queryByTestId('costAmounts')).not.toBeInTheDocument();
  });
});
