import {
  batch,
  dataZoneStandard,
  europe,
  everywhere,
  globalStandard,
  government,
  provisioned,
  standard,
  unitedStates,
  type Offer,
} from './offers';

import { chat, model, responsesOnly, type CatalogueModel } from './catalogue_model';

const fromNone = { efforts: ['none', 'low', 'medium', 'high'] };
const fromMedium = { efforts: ['medium', 'minimal', 'low', 'high'] };
/** GPT-5.6 and later: reasoning is on unless a request switches it off. */
const mediumOrNone = { efforts: ['medium', 'none', 'low', 'high', 'xhigh'] };
const codex = { capabilities: responsesOnly(400_000) };
const context1M = { capabilities: chat(1_050_000, 128_000), toolsRefuseEffort: true };
const gpt41 = { isDefaultVersion: true, capabilities: chat(1_047_576, 32_768) };

const unitedStatesAndEurope = [...unitedStates, ...europe];
const zones = ['eastus2', 'swedencentral'];
const gpt5Global = [globalStandard('gpt5', zones)];
const gpt5Offers = [globalStandard('gpt5'), dataZoneStandard('gpt5', unitedStatesAndEurope)];
const gpt41Offers = [globalStandard('gpt41'), dataZoneStandard('gpt41', unitedStatesAndEurope)];

/** The other clouds are some months behind, and so are some deployment types. */
const legacy = (offer: Offer): Offer => ({ ...offer, lifecycle: 'Legacy' });

type Row = (
  name: string,
  version: string,
  retires: string,
  offers: readonly Offer[],
  rest?: Partial<CatalogueModel>,
) => CatalogueModel;

const gpt5: Row = (name, version, retires, offers, rest) =>
  model({
    ...{ name, version, retires, offers, lifecycle: 'GenerallyAvailable', isDefaultVersion: true },
    ...{ reasoning: true, capabilities: chat(400_000, 128_000), ...rest },
  });
const gpt4: Row = (name, version, retires, offers, rest) =>
  model({ name, version, retires, offers, lifecycle: 'Deprecating', ...rest });

/** OpenAI's models as they stood in autumn 2026; different regions offer different ones. */
export const openAiModels: readonly CatalogueModel[] = [
  gpt5(
    'gpt-5.2',
    '2025-12-11',
    '2027-06-08',
    [
      globalStandard('gpt5', [...unitedStates, 'swedencentral', 'francecentral', 'japaneast']),
      dataZoneStandard('gpt5', ['eastus', 'eastus2', 'westus3', 'swedencentral']),
      standard('gpt5', zones),
      provisioned(zones),
      batch(zones),
    ],
    fromNone,
  ),
  gpt5(
    'gpt-5.1',
    '2025-11-13',
    '2027-05-15',
    [...gpt5Offers, standard('gpt5', ['eastus2'])],
    fromNone,
  ),
  gpt5('gpt-5', '2025-08-07', '2027-02-09', gpt5Offers, fromMedium),
  gpt5('gpt-5-mini', '2025-08-07', '2027-02-09', gpt5Offers, fromMedium),
  gpt5(
    'gpt-5.4',
    '2026-03-05',
    '2027-09-02',
    [...gpt5Global, dataZoneStandard('gpt5', ['eastus2'])],
    { ...context1M, ...fromNone },
  ),
  gpt5('gpt-5.4-mini', '2026-03-17', '2027-09-21', gpt5Global, {
    ...fromNone,
    toolsRefuseEffort: true,
  }),
  gpt5('gpt-5.5', '2026-04-24', '2027-10-26', gpt5Global, {
    ...context1M,
    ...fromNone,
    gated: true,
  }),
  gpt5('gpt-5.6-luna', '2026-07-07', '2028-01-07', [globalStandard('gpt5', ['eastus2'])], {
    ...context1M,
    ...mediumOrNone,
  }),
  gpt5('gpt-6', '2026-10-06', '2028-04-06', [], { ...context1M, ...mediumOrNone, gated: true }),
  gpt5('gpt-5-codex', '2025-09-15', '2027-03-15', gpt5Global, codex),
  gpt5('gpt-5-pro', '2025-10-06', '2027-04-06', gpt5Global, codex),
  gpt4(
    'gpt-4.1',
    '2025-04-14',
    '2027-04-14',
    [
      ...gpt41Offers,
      standard('gpt41', ['eastus', ...zones]),
      legacy(dataZoneStandard('gpt41', government)),
    ],
    gpt41,
  ),
  gpt4('gpt-4.1-mini', '2025-04-14', '2027-04-14', gpt41Offers, gpt41),
  gpt4(
    'gpt-4o',
    '2024-11-20',
    '2027-04-14',
    [
      globalStandard('gpt4o'),
      dataZoneStandard('gpt4o', unitedStatesAndEurope),
      standard('gpt4o', everywhere),
      legacy(standard('gpt4o', [...government, 'chinanorth3'])),
    ],
    { isDefaultVersion: true },
  ),
  gpt4('gpt-4o', '2024-08-06', '2027-04-14', [
    globalStandard('gpt4o'),
    standard('gpt4o', unitedStatesAndEurope),
  ]),
  gpt4(
    'gpt-4o',
    '2024-05-13',
    '2026-10-01',
    [globalStandard('gpt4o'), standard('gpt4o', [...unitedStates, ...government])],
    { lifecycle: 'Deprecated', capabilities: chat(128_000, 4_096) },
  ),
  gpt4(
    'gpt-4o-mini',
    '2024-07-18',
    '2027-04-14',
    [
      globalStandard('gpt4o'),
      legacy(dataZoneStandard('gpt4o', unitedStatesAndEurope)),
      { ...standard('gpt4o', everywhere), retires: '2027-01-14' },
      legacy(standard('gpt4o', government)),
    ],
    { isDefaultVersion: true },
  ),
  gpt4(
    'o3-mini',
    '2025-01-31',
    '2026-12-16',
    [globalStandard('oMini'), standard('oMini', ['eastus', 'swedencentral'], 500)],
    {
      isDefaultVersion: true,
      reasoning: true,
      efforts: ['medium', 'low', 'high'],
      capabilities: chat(200_000, 100_000),
    },
  ),
];
