import type { Offer } from '../../../common/models/offers';
import type { SetupRequest } from '../../../common/setup_request';
import { anAccountOption } from '../../../test/support/builders/an_account';
import { recordedStep } from '../../../test/support/recorded_step';
import { anOffer } from '../../../test/support/builders/some_offers';
import { chooseModel, chooseRecommendedModel } from './choose_model';

const account = anAccountOption();
const ofTeam = { resourceGroup: 'rg-team', accountName: 'team-openai' };
const ofAccount = ['resourceGroup', 'accountName', 'customSubDomainName', 'networkAccess'];

const stepWith = (own: Partial<SetupRequest>) => recordedStep(own, account);

/** The changes made by choosing GPT-4.1 with these offers. */
function chosen(offers: Array<Partial<Offer>>, own: Partial<SetupRequest> = {}, version?: string) {
  const { step, said } = stepWith(own);
  chooseModel(step, {
    modelName: 'gpt-4.1',
    ...(version && { modelVersion: version }),
    offers: offers.map((offer) => anOffer({ modelName: 'gpt-4.1', ...offer })),
  });
  return said;
}

describe('chooseModel', () => {
  it('sets the model only when it is offered where the plan is, and its version is recommended again', () => {
    expect(chosen([{}])).toEqual({ reset: ['modelVersion'], update: { modelName: 'gpt-4.1' } });
  });

  it('sets the version that was picked', () => {
    const offers = [{}, { modelVersion: '1' }];
    expect(chosen(offers, {}, '1').update).toEqual({ modelName: 'gpt-4.1', modelVersion: '1' });
  });

  it.each([
    ['deployment type', [{ deploymentType: 'Standard' as const }], ['deploymentType', 'capacity']],
    ['region', [{ location: 'uksouth' }], ['location', 'deploymentType', 'capacity']],
    [
      'deployment type because no quota is free in it',
      [{ free: 0 }, { deploymentType: 'Standard' as const }],
      ['deploymentType', 'capacity'],
    ],
    ['size because less is free', [{ free: 20 }], ['capacity']],
    ['nothing because the quota is unknown', [{ free: undefined }], []],
  ])('resets the %s', (_what, offers, expected) => {
    expect(chosen(offers).reset).toEqual(['modelVersion', ...expected]);
  });

  it('keeps an existing resource only if it can have the model', () => {
    expect(chosen([{}], ofTeam).reset).toEqual(['modelVersion']);
    expect(chosen([{ location: 'uksouth' }], ofTeam).reset).toEqual(
      expect.arrayContaining(['location', ...ofAccount]),
    );
  });

  it('drops an existing deployment, because another model cannot have its name', () => {
    const own = { ...ofTeam, deploymentName: 'chat' };
    expect(chosen([{}], own).reset).toContain('deploymentName');
  });
});

describe('chooseRecommendedModel', () => {
  const settled = ['modelName', 'modelVersion', 'deploymentType', 'location', 'capacity'];

  it('resets everything that the model determines', () => {
    const { step, said } = stepWith({});
    chooseRecommendedModel(step);
    expect(said).toEqual({ reset: settled, update: {} });
  });

  it('drops an existing resource and deployment, because the recommended model can be elsewhere', () => {
    const { step, said } = stepWith({ ...ofTeam, deploymentName: 'chat' });
    chooseRecommendedModel(step);
    expect(said.reset).toEqual([...settled, ...ofAccount, 'deploymentName']);
  });
});
