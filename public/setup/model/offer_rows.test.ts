import { anOffer, someOffers } from '../../../test/support/some_offers';
import { filterRows, noFilter, offerRows, regionsWithEnough, type OfferFilter } from './offer_rows';

const names: Record<string, string> = { eastus2: 'East US 2', swedencentral: 'Sweden Central' };
const rows = offerRows(someOffers().offers, (name) => names[name] ?? name, anOffer());

const best = 'gpt-5.2-2025-12-11-GlobalStandard-eastus2';
const sweden = 'gpt-5.2-2025-12-11-Standard-swedencentral';
const little = 'gpt-5.2-2025-12-11-GlobalStandard-swedencentral';
const zone = 'gpt-4.1-2025-04-14-DataZoneStandard-eastus2';
const older = 'gpt-4.1-2025-04-14-GlobalStandard-eastus2';
const newer = 'gpt-5.4-2026-03-05-GlobalStandard-eastus2';

const row = (id: string) => rows.find((one) => one.id === id);

describe('the lines of the list', () => {
  it('keep the order of the server, and mark the recommended one', () => {
    expect(rows.map(({ id }) => id)).toEqual([best, sweden, little, older, zone, newer]);
    expect(rows.filter(({ recommended }) => recommended).map(({ id }) => id)).toEqual([best]);
  });

  it.each([
    [best, 'Nothing is better for this use'],
    [sweden, 'As good as the first'],
    [little, 'Enough for one or two people at a time'],
    [older, 'Its score is lower than that of the first'],
    [zone, 'Retires within 180 days. Azure currently has no capacity left there'],
    [
      newer,
      'Not rated by Elastic. Newer, but less suitable here: it reasons by default and does not accept tools while it does',
    ],
  ])('%s says: %s', (id, note) => {
    expect(row(id)?.note).toBe(note);
  });

  it.each([
    [undefined, undefined, true, 'The free quota could not be read'],
    [0, 0, false, ''],
    [2, 20_000, true, 'So little is free that a single question can use it up'],
    [3, 30_000, true, 'Enough for one or two people at a time'],
    [10, 100_000, true, ''],
  ])('of %s units in tens of thousands: %s', (free, freeTokens, usable, note) => {
    const offer = anOffer({ free, tokensPerUnit: 10_000, place: 'no_room' });
    const [only] = offerRows([offer], String, undefined);
    expect([only?.freeTokens, only?.usable, only?.note]).toEqual([freeTokens, usable, note]);
  });

  it('count the regions with room', () => {
    expect(regionsWithEnough(rows)).toBe(2);
    expect(regionsWithEnough(rows.filter(({ id }) => id !== sweden))).toBe(1);
  });
});

const filtered = (change: Partial<OfferFilter>) =>
  filterRows(rows, { ...noFilter, ...change }).map(({ id }) => id);

it.each<[string, Partial<OfferFilter>, string[]]>([
  ['nothing', {}, [best, sweden, little, older, zone, newer]],
  ['words in any order', { text: ' sweden  GPT-5.2 global' }, [little]],
  ['a version', { text: '2026-03' }, [newer]],
  ['a note', { text: 'capacity' }, [zone]],
  ['a region’s own name', { text: 'eastus2 zone' }, [zone]],
  ['the region only', { residency: 'region' }, [sweden]],
  ['the zone', { residency: 'zone' }, [sweden, zone]],
  ['enough quota', { enoughOnly: true }, [best, sweden, older, newer]],
  ['all of it', { text: 'gpt', residency: 'zone', enoughOnly: true }, [sweden]],
  ['what is not there', { text: 'mars' }, []],
])('a filter by %s', (_what, change, expected) => {
  expect(filtered(change)).toEqual(expected);
});
