import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Offers } from '../../../common/models/offers';
import { aDeploymentOption, anAccountOption } from '../../../test/support/builders/an_account';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, fill, see } from '../../../test/support/page/page_driver';
import type { FormStepProps } from '../form/form_step';
import { showStep, someOptions } from '../../../test/support/page/show_form_step';
import { anOffer, someOffers } from '../../../test/support/builders/some_offers';
import { DataRow } from './data_row';
import { ThroughputRow } from '../throughput/throughput_row';

const locations = [
  { name: 'eastus2', displayName: 'East US 2', recommended: true },
  { name: 'swedencentral', displayName: 'Sweden Central', recommended: true },
  { name: 'japaneast', displayName: 'Japan East', recommended: false },
];
const options = someOptions({ locations });

/** The row and its flyout. */
async function openFlyout(
  offers: NonNullable<Answers['offers']>,
  setting: Parameters<typeof showStep>[1] = {},
) {
  const shown = showStep(DataRow, { options, answers: { offers }, ...setting });
  await click('dataRowChange');
  return shown;
}

const found = (...offers: Offers['offers']) => someOffers({ offers });
const cell = (location: string, type: string) => screen.getByTestId(`dataCell-${location}-${type}`);
const radio = (name: RegExp) => screen.getByRole('radio', { name });
const regions = () =>
  screen
    .getAllByTestId(/^dataRegion-/)
    .map((row) => within(row).getByRole('rowheader').textContent);

describe('the row of data processing', () => {
  it('names the region and not its id, also while the regions are being read', () => {
    showStep(DataRow, {
      request: { deploymentType: 'Standard' },
      options: someOptions({ locations: undefined }),
      optionsLoading: true,
    });
    expect(screen.getByTestId('dataRowValue')).toHaveTextContent('Stays in Sweden Central');
    expect(screen.getByTestId('dataRow')).not.toHaveTextContent('swedencentral');
  });

  it('names no unknown region while the regions are being read', () => {
    showStep(DataRow, {
      request: { deploymentType: 'Standard', location: 'atlantis' },
      options: someOptions({ locations: undefined }),
      optionsLoading: true,
    });
    expect(screen.getByTestId('dataRowValue')).toHaveTextContent('Stays in one Azure region');
    expect(screen.getByTestId('dataRow')).not.toHaveTextContent('atlantis');
  });

  it('says what the type means, and the zone by its name', () => {
    showStep(DataRow, { request: { deploymentType: 'DataZoneStandard' }, options });
    expect(screen.getByTestId('dataRowValue')).toHaveTextContent('European Union data zone');
    expect(screen.getByTestId('dataMeaning')).toHaveTextContent(
      'Data Zone Standard deployment. Azure processes prompts and answers in its regions in the member nations',
    );
  });
});

describe('the trade-off of nearby processing', () => {
  const near = { deploymentType: 'Standard' } as const;

  it('is said where another type of the region has much more quota', () => {
    showStep(DataRow, { request: near, options });
    expect(screen.getByTestId('dataMeaning')).toHaveTextContent(
      'in this region only. Global Standard has about 23 times the available quota.',
    );
  });

  it('is not said for the type with the most quota', () => {
    showStep(DataRow, { options });
    expect(screen.getByTestId('dataMeaning')).not.toHaveTextContent('times the available quota');
  });

  it('is not said in a region whose quota is not known', () => {
    showStep(DataRow, { request: { ...near, location: 'japaneast' }, options });
    expect(screen.getByTestId('dataMeaning')).not.toHaveTextContent('times the available quota');
  });
});

it.each(['location', 'deploymentType'] as const)(
  'opens the flyout when the page opens the field %s',
  async (field) => {
    const { found: opened } = showStep(DataRow, {
      field,
      options,
      answers: { offers: () => someOffers() },
    });
    await see('dataTable');
    expect(opened).toContain(field);
  },
);

describe('a region that an existing resource fixes', () => {
  const account = anAccountOption({
    resourceGroup: 'kibana-openai',
    accountName: 'kibana-openai-4f2a',
    location: 'swedencentral',
    customSubDomainName: 'kibana-openai-4f2a',
  });
  const existing = aDeploymentOption({ deploymentName: 'gpt-5.2', capacity: 60 });

  it('says so and leads to the resource; other types of the region can be chosen', async () => {
    const { opened, updates } = await openFlyout(() => someOffers(), {
      options: { ...options, accounts: [{ ...account, deployments: [] }] },
    });
    expect(screen.getByTestId('dataFixed')).toHaveTextContent(
      "The existing resource kibana-openai-4f2a can't move to another region.",
    );
    await see('dataTable');
    expect(regions()).toEqual(['Sweden Central']);
    expect(screen.queryByTestId('dataSearch')).not.toBeInTheDocument();
    await userEvent.click(radio(/^Standard in Sweden Central/));
    await click('dataFlyoutSave');
    expect(updates).toMatchObject([{ deploymentType: 'Standard', location: 'swedencentral' }]);
    await click('dataFixedChange');
    expect(opened).toEqual(['accountName']);
  });

  it('cannot be changed at all with an existing deployment', async () => {
    const { opened } = showStep(DataRow, {
      options: { ...options, accounts: [{ ...account, deployments: [existing] }] },
    });
    expect(screen.getByTestId('dataFixed')).toHaveTextContent(
      'The existing deployment gpt-5.2 is used as it is.',
    );
    expect(screen.queryByTestId('dataRowChange')).not.toBeInTheDocument();
    await click('dataFixedChange');
    expect(opened).toEqual(['deploymentName']);
  });

  it.each([
    ['location', DataRow],
    ['deploymentType', DataRow],
    ['capacity', ThroughputRow],
  ] as const)(
    'leads to the choice of a deployment when the page opens the field %s of an existing one, and opens nothing later',
    async (field, Row) => {
      const RowAndButton = (step: FormStepProps) => (
        <>
          <Row {...step} />
          <button onClick={() => step.update({ deploymentName: 'another' })}>Another</button>
        </>
      );
      const { opened } = showStep(RowAndButton, {
        field,
        options: { ...options, accounts: [{ ...account, deployments: [existing] }] },
        answers: { offers: () => someOffers() },
      });
      expect(opened).toEqual(['deploymentName']);
      await userEvent.click(screen.getByText('Another'));
      await screen.findByRole('button', { name: /^Change/ });
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    },
  );
});

describe('the table of regions and deployment types', () => {
  it('is read when it opens, for the subscription and the kind of resource', async () => {
    const { calls } = await openFlyout(() => someOffers());
    await see('dataTable');
    expect(calls[0]).toMatchObject({
      route: 'offers',
      body: { kind: 'OpenAI', useCase: 'security' },
    });
  });

  it('says what is being read until the answer is there', async () => {
    await openFlyout(() => new Promise<Offers>(() => undefined));
    expect(await see('dataReading')).toHaveTextContent('Reading models and quota in 3 regions');
  });

  it('shows the chosen model only, with its free quota and its best cell', async () => {
    await openFlyout(() => someOffers());
    await see('dataTable');
    expect(regions()).toEqual(['East US 2', 'Sweden Central']);
    expect(cell('eastus2', 'GlobalStandard')).toHaveTextContent('700K of 700K available');
    expect(cell('eastus2', 'GlobalStandard')).toHaveTextContent('Best');
    expect(screen.getAllByText('Best')).toHaveLength(1);
    expect(cell('swedencentral', 'Standard')).toHaveTextContent('150K of 700K available');
    expect(screen.getByTestId('dataRegion-eastus2')).toHaveTextContent('Not offered');
    expect(screen.queryByText(/4\.1/)).not.toBeInTheDocument();
  });

  it('changes nothing before Save, and everything of the cell with it', async () => {
    const { updates } = await openFlyout(() => someOffers());
    await see('dataTable');
    expect(radio(/^Global Standard in Sweden Central: 40K/)).toBeChecked();
    await userEvent.click(radio(/^Global Standard in East US 2: 700K of 700K available$/));
    expect(updates).toEqual([]);
    await click('dataFlyoutSave');
    expect(updates).toEqual([
      {
        modelName: 'gpt-5.2',
        modelVersion: '2025-12-11',
        deploymentType: 'GlobalStandard',
        location: 'eastus2',
      },
    ]);
    expect(screen.queryByTestId('dataFlyout')).not.toBeInTheDocument();
  });

  it('changes nothing when it is saved as it was, or cancelled', async () => {
    const { updates } = await openFlyout(() => someOffers());
    await see('dataTable');
    await click('dataFlyoutSave');
    await click('dataRowChange');
    await userEvent.click(radio(/^Global Standard in East US 2/));
    await click('dataFlyoutCancel');
    expect(updates).toEqual([]);
  });

  it('says in words why a cell cannot be chosen', async () => {
    await openFlyout(() =>
      found(
        anOffer({ deploymentType: 'Standard', free: 0, limit: 0, drawbacks: ['no_quota'] }),
        anOffer({
          deploymentType: 'DataZoneStandard',
          free: 0,
          limit: 300,
          drawbacks: ['no_quota'],
        }),
        anOffer({ free: 0, limit: 700, drawbacks: ['no_capacity'] }),
      ),
    );
    await see('dataTable');
    expect(cell('eastus2', 'Standard')).toHaveTextContent('No quota');
    expect(cell('eastus2', 'DataZoneStandard')).toHaveTextContent('0 of 300K available');
    expect(cell('eastus2', 'GlobalStandard')).toHaveTextContent('No capacity left in Azure');
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByText('Best')).not.toBeInTheDocument();
  });

  it('offers a cell whose quota could not be read, without a number', async () => {
    const offers = [anOffer({ free: undefined, limit: undefined })];
    await openFlyout(() => someOffers({ offers, quotaUnreadable: true }));
    await see('dataTable');
    expect(radio(/^Global Standard in East US 2: Quota unknown$/)).toBeEnabled();
    expect(screen.getByTestId('dataQuotaUnreadable')).toBeInTheDocument();
  });

  it('names another version, and a drawback that only this cell has', async () => {
    const { updates } = await openFlyout(() =>
      found(
        anOffer(),
        anOffer({ location: 'japaneast', modelVersion: '2025-08-07', drawbacks: ['retires_soon'] }),
        anOffer({ modelVersion: '2025-08-07' }),
      ),
    );
    await see('dataTable');
    expect(cell('japaneast', 'GlobalStandard')).toHaveTextContent('Version 2025-08-07');
    expect(cell('japaneast', 'GlobalStandard')).toHaveTextContent('Retires within 180 days');
    expect(cell('eastus2', 'GlobalStandard')).not.toHaveTextContent('Version');
    await userEvent.click(radio(/^Global Standard in Japan East/));
    await click('dataFlyoutSave');
    expect(updates).toMatchObject([{ location: 'japaneast', modelVersion: '2025-08-07' }]);
  });

  it('filters by region and residency, and resets empty results', async () => {
    const { announced } = await openFlyout(() => someOffers());
    await see('dataTable');
    await userEvent.selectOptions(screen.getByTestId('dataResidency'), 'region');
    expect(regions()).toEqual(['Sweden Central']);
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(announced.at(-1)).toBe('1 region shown');
    await fill('dataSearch', 'east us');
    expect(screen.queryByTestId('dataTable')).not.toBeInTheDocument();
    await click('dataShowAll');
    expect(regions()).toHaveLength(2);
  });

  it('lists unreadable regions and can retry', async () => {
    const unread = [{ location: 'japaneast', problem: { code: 'azure_busy' } as const }];
    let answer = someOffers({ regions: 3, unread });
    await openFlyout(() => answer);
    const callout = await see('dataUnread');
    expect(callout).toHaveTextContent('2 of 3 regions read');
    expect(callout).toHaveTextContent('Missing: Japan East.');
    answer = someOffers();
    await click('dataReadAgain');
    await see('dataTable');
    expect(await screen.findByText('Best')).toBeInTheDocument();
  });

  it('says so if nothing is offered or readable', async () => {
    let works = false;
    await openFlyout(() => {
      if (works) return someOffers({ offers: [] });
      throw failure({ code: 'azure_busy' });
    });
    await see('problem-azure_busy');
    works = true;
    await click('dataTryAgain');
    expect(await see('dataNone')).toHaveTextContent("GPT-5.2 isn't offered to this subscription");
  });
});
