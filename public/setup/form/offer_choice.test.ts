import type { AccountOption } from '../../../common/options';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import { aRecommendation, someOptions } from '../../../test/support/builders';
import { anOffer } from '../../../test/support/some_offers';
import type { Offer } from '../../../common/offers';
import { chooseOffer } from './offer_choice';

const account: AccountOption = {
  resourceGroup: 'rg-team',
  accountName: 'team-openai',
  kind: 'OpenAI',
  location: 'eastus2',
  state: 'Succeeded',
  customSubDomainName: 'team-openai',
  networkAccess: 'all',
  keysDisabled: false,
  deployments: [
    {
      deploymentName: 'chat',
      modelName: 'gpt-4.1',
      modelVersion: '2025-04-14',
      deploymentType: 'Standard',
      capacity: 10,
      state: 'Succeeded',
    },
  ],
  usedBy: [],
};

/** The changes that choosing the offer makes. */
function chosen(offer: Partial<Offer>, own: Partial<SetupRequest> = {}) {
  const recommendation = aRecommendation();
  const asked: { reset: SetupField[]; update: Partial<SetupRequest> } = { reset: [], update: {} };
  const step = {
    request: { ...recommendation.request, ...own },
    recommendation,
    options: someOptions({ accounts: [account] }),
    optionsLoading: false,
    useCase: 'both' as const,
    setUseCase: () => undefined,
    invalid: new Set<SetupField>(),
    update: (change: Partial<SetupRequest>) => Object.assign(asked.update, change),
    reset: (fields: readonly SetupField[]) => asked.reset.push(...fields),
  };
  chooseOffer(step, anOffer(offer));
  return asked;
}

const ofTeam = { resourceGroup: 'rg-team', accountName: 'team-openai' };
const { capacity } = aRecommendation().request;

describe('a choice from the list', () => {
  it('sets model, version, type and region', () => {
    expect(chosen({ location: 'swedencentral', deploymentType: 'Standard' })).toEqual({
      reset: [],
      update: {
        modelName: 'gpt-5.2',
        modelVersion: '2025-12-11',
        deploymentType: 'Standard',
        location: 'swedencentral',
      },
    });
  });

  it.each([
    ['a size of the person’s own that fits', capacity + 50, capacity + 60, undefined],
    ['a size of the person’s own that does not', capacity + 50, 20, 20],
    ['a size where free quota is unknown', capacity + 50, undefined, undefined],
    ['the recommended size, which is recommended anew', capacity, 20, undefined],
  ])('keeps or clamps %s', (_what, own, free, expected) => {
    expect(chosen({ free }, { capacity: own }).update.capacity).toBe(expected);
  });

  it('keeps an existing resource in the same region, and lets one elsewhere go', () => {
    expect(chosen({ location: 'eastus2' }, ofTeam).reset).toEqual([]);
    expect(chosen({ location: 'uksouth' }, ofTeam).reset).toEqual([
      'resourceGroup',
      'accountName',
      'customSubDomainName',
      'networkAccess',
    ]);
  });

  it('lets an existing deployment go: another model cannot have its name', () => {
    const own = { ...ofTeam, deploymentName: 'chat' };
    expect(chosen({ location: 'eastus2' }, own).reset).toEqual(['deploymentName']);
  });
});
