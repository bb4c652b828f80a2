import { anOffer, someOffers } from '../../../test/support/builders/some_offers';
import { modelChoices, searchChoices } from './model_choices';
import { compareModels } from '../model/model_comparison';

const choices = modelChoices(someOffers().offers);
const names = (found: ReturnType<typeof modelChoices>) => found.map(({ modelName }) => modelName);
const place = { location: 'eastus2', region: 'East US 2' };

function choice(...offers: Array<Parameters<typeof anOffer>[0]>) {
  const [first] = modelChoices(offers.map(anOffer));
  if (!first) throw new Error('A choice has at least one offer.');
  return first;
}

describe('modelChoices', () => {
  it('makes one choice of all regions, types and versions of a model, in the order of the offers', () => {
    expect(names(choices)).toEqual(['gpt-5.2', 'gpt-4.1', 'gpt-5.4']);
    expect(choices[0]).toMatchObject({ title: 'GPT-5.2', freeTokens: 700_000, available: true });
    expect(choices[0]?.offers).toHaveLength(3);
  });

  it('prefers an offer that Azure would accept', () => {
    const found = choice({ free: 0, location: 'uksouth' }, { free: 5, location: 'westus3' });
    expect(found).toMatchObject({ available: true, best: { location: 'westus3' } });
    expect(choice({ free: 0 }, { free: 0 }).available).toBe(false);
  });

  it('treats unknown quota as unknown', () => {
    const found = choice({ free: undefined });
    expect(found.available).toBe(true);
    expect(found).not.toHaveProperty('freeTokens');
  });

  it('lists the versions that can be deployed, each once, the best first', () => {
    const found = choice(
      { modelVersion: '2' },
      { modelVersion: '1', location: 'westus3' },
      { modelVersion: '2', location: 'westus3' },
      { modelVersion: '0', free: 0 },
    );
    expect(found.versions).toEqual(['2', '1']);
  });
});

test('searchChoices finds by model, version and region, and every word counts', () => {
  const find = (text: string) =>
    names(searchChoices(choices, text, (name) => (name === 'eastus2' ? 'East US 2' : name)));
  expect(find('')).toEqual(['gpt-5.2', 'gpt-4.1', 'gpt-5.4']);
  expect(find('GPT-4.1')).toEqual(['gpt-4.1']);
  expect(find('2026-03-05')).toEqual(['gpt-5.4']);
  expect(find('east us gpt-5')).toEqual(['gpt-5.2', 'gpt-5.4']);
  expect(find('nothing')).toEqual([]);
});

describe('compareModels', () => {
  const chosen = choice({ score: 8.5, retiresAt: '2027-06-08T00:00:00Z', free: 100 });

  it('names what is better and what is worse', () => {
    const other = choice({ score: 6.5, retiresAt: '2028-01-01T00:00:00Z', free: 50 });
    expect(compareModels(other, chosen, place)).toEqual({
      better: ['supported longer'],
      worse: ['lower score', 'less quota available'],
    });
    expect(compareModels(chosen, other, place)).toEqual({
      better: ['higher score', 'more quota available'],
      worse: ['supported for a shorter time'],
    });
  });

  it('says nothing about what is the same, looks the same, or is unknown', () => {
    const same = choice({ score: 8.54, retiresAt: undefined, free: undefined });
    expect(compareModels(same, chosen, place)).toEqual({ better: [], worse: [] });
  });

  it('says that a model is rated when the chosen one is not', () => {
    const unrated = choice({ score: undefined, retiresAt: undefined, free: 100 });
    const { better, worse } = compareModels(chosen, unrated, place);
    expect({ better, worse }).toEqual({ better: ['rated by Elastic'], worse: [] });
  });

  it('says that the region changes when the model is not available there', () => {
    const other = choice({ free: 0 }, { location: 'swedencentral', free: 100, score: 8.5 });
    expect(compareModels(other, chosen, place).worse).toEqual([
      'not available in East US 2, so the region changes',
    ]);
  });
});
