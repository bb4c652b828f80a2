import type { Offer } from '../../../common/models/offers';
import type { SetupRequest } from '../../../common/setup_request';
import { anAccountOption } from '../../../test/support/builders/an_account';
import { aRecommendation } from '../../../test/support/builders/answers';
import { recordedStep } from '../../../test/support/recorded_step';
import { anOffer } from '../../../test/support/builders/some_offers';
import { chooseOffer } from './offer_choice';

const account = anAccountOption();

/** The changes made by choosing the offer. */
function chosen(offer: Partial<Offer>, own: Partial<SetupRequest> = {}) {
  const { step, said } = recordedStep(own, account);
  chooseOffer(step, anOffer(offer));
  return said;
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
    ['the recommended capacity, which is recommended again', capacity, 20, undefined],
  ])('keeps or clamps %s', (_what, own, free, expected) => {
    expect(chosen({ free }, { capacity: own }).update.capacity).toBe(expected);
  });

  it('keeps an existing resource in the same region only', () => {
    expect(chosen({ location: 'eastus2' }, ofTeam).reset).toEqual([]);
    expect(chosen({ location: 'uksouth' }, ofTeam).reset).toEqual([
      'resourceGroup',
      'accountName',
      'customSubDomainName',
      'networkAccess',
    ]);
  });

  it.each(['chat', 'Chat'])(
    'drops the existing deployment %s, because another model cannot have its name',
    (deploymentName) => {
      const own = { ...ofTeam, deploymentName };
      expect(chosen({ location: 'eastus2' }, own).reset).toEqual(['deploymentName']);
    },
  );
});
