import type { Offer, Offers } from '../../../common/models/offers';

/** An offer with plenty of quota for a good model; a test changes what it is about. */
export const anOffer = (change: Partial<Offer> = {}): Offer => ({
  modelName: 'gpt-5.2',
  modelVersion: '2025-12-11',
  location: 'eastus2',
  deploymentType: 'GlobalStandard',
  free: 700,
  limit: 700,
  tokensPerUnit: 1_000,
  score: 8.54,
  retiresAt: '2027-06-08T00:00:00Z',
  drawbacks: [],
  ...change,
});

/** Two regions and three models, the best first, as the server sends them. */
export const someOffers = (change: Partial<Offers> = {}): Offers => ({
  offers: [
    anOffer(),
    anOffer({ location: 'swedencentral', deploymentType: 'Standard', free: 150 }),
    anOffer({ location: 'swedencentral', free: 40 }),
    anOffer({ modelName: 'gpt-4.1', modelVersion: '2025-04-14', score: 6.5 }),
    anOffer({
      modelName: 'gpt-4.1',
      modelVersion: '2025-04-14',
      deploymentType: 'DataZoneStandard',
      score: 6.5,
      free: 0,
      drawbacks: ['retires_soon', 'no_capacity'],
    }),
    anOffer({
      modelName: 'gpt-5.4',
      modelVersion: '2026-03-05',
      score: undefined,
      retiresAt: undefined,
      drawbacks: ['not_rated', 'tools_need_reasoning_effort'],
    }),
  ],
  regions: 2,
  unread: [],
  quotaUnreadable: false,
  ...change,
});
