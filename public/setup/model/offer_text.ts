import { i18n } from '@kbn/i18n';
import { tokenLevels } from '../../../common/capacity';
import type { Offer, OfferPlace } from '../../../common/offers';
import { formatNumber } from '../../../common/words/format';
import { drawbackText } from '../../../common/words/model_text';
import type { Residency } from './residency';

/** The reason for an offer's place in the list; empty where its drawbacks are the reason. */
const placeText: Record<OfferPlace, string> = {
  best: i18n.translate('azureOpenaiSetup.offers.place.best', {
    defaultMessage: 'Nothing is better for this use',
  }),
  not_recommended: '',
  no_room: '',
  hard_to_use: '',
  little_room: '',
  lower_score: i18n.translate('azureOpenaiSetup.offers.place.lower_score', {
    defaultMessage: 'Its score is lower than that of the first',
  }),
  other_version: i18n.translate('azureOpenaiSetup.offers.place.other_version', {
    defaultMessage: 'Not the default version of the model',
  }),
  data_farther: i18n.translate('azureOpenaiSetup.offers.place.data_farther', {
    defaultMessage: 'Data might be processed farther away than with the first',
  }),
  less_free: i18n.translate('azureOpenaiSetup.offers.place.less_free', {
    defaultMessage: 'Less quota is free than with the first',
  }),
  as_good: i18n.translate('azureOpenaiSetup.offers.place.as_good', {
    defaultMessage: 'As good as the first',
  }),
};

/** The meaning of the free quota, unless it is ample. */
function roomText(tokens: number | undefined): string {
  if (tokens === undefined) {
    return i18n.translate('azureOpenaiSetup.offers.room.unknown', {
      defaultMessage: 'The free quota could not be read',
    });
  }
  if (tokens === 0 || tokens >= tokenLevels.ample) return '';
  if (tokens < tokenLevels.tight) {
    return i18n.translate('azureOpenaiSetup.offers.room.tight', {
      defaultMessage: 'So little is free that a single question can use it up',
    });
  }
  return i18n.translate('azureOpenaiSetup.offers.room.few', {
    defaultMessage: 'Enough for one or two people at a time',
  });
}

export const noteText = ({ place, drawbacks }: Offer, tokens: number | undefined): string =>
  [placeText[place], roomText(tokens), ...drawbacks.map((drawback) => drawbackText[drawback])]
    .filter(Boolean)
    .join('. ');

export const residencyText: Record<Residency, string> = {
  anywhere: i18n.translate('azureOpenaiSetup.offers.residency.anywhere', {
    defaultMessage: 'Data can be processed anywhere',
  }),
  zone: i18n.translate('azureOpenaiSetup.offers.residency.zone', {
    defaultMessage: 'Data stays in the data zone',
  }),
  region: i18n.translate('azureOpenaiSetup.offers.residency.region', {
    defaultMessage: 'Data stays in the region',
  }),
};

export const offerText = {
  model: i18n.translate('azureOpenaiSetup.offers.model', { defaultMessage: 'Model' }),
  version: i18n.translate('azureOpenaiSetup.offers.version', { defaultMessage: 'Version' }),
  type: i18n.translate('azureOpenaiSetup.offers.type', { defaultMessage: 'Deployment type' }),
  region: i18n.translate('azureOpenaiSetup.offers.region', { defaultMessage: 'Region' }),
  free: i18n.translate('azureOpenaiSetup.offers.free', {
    defaultMessage: 'Free tokens per minute',
  }),
  score: i18n.translate('azureOpenaiSetup.offers.score', { defaultMessage: 'Score' }),
  retires: i18n.translate('azureOpenaiSetup.offers.retires', { defaultMessage: 'Retires' }),
  note: i18n.translate('azureOpenaiSetup.offers.note', { defaultMessage: 'Note' }),
  use: i18n.translate('azureOpenaiSetup.offers.use', { defaultMessage: 'Use' }),
  unknown: i18n.translate('azureOpenaiSetup.offers.unknown', { defaultMessage: 'Unknown' }),
  recommended: i18n.translate('azureOpenaiSetup.offers.recommended', {
    defaultMessage: 'Recommended',
  }),
  search: i18n.translate('azureOpenaiSetup.offers.search', {
    defaultMessage: 'Filter by model, version, type, region or note',
  }),
  residency: i18n.translate('azureOpenaiSetup.offers.residency', {
    defaultMessage: 'Where data can be processed',
  }),
  enoughOnly: i18n.translate('azureOpenaiSetup.offers.enoughOnly', {
    defaultMessage: 'Only with {tokens} free tokens per minute or more',
    values: { tokens: formatNumber(tokenLevels.ample) },
  }),
  looking: i18n.translate('azureOpenaiSetup.offers.looking', {
    defaultMessage: 'Looking at all regions',
  }),
  lookAgain: i18n.translate('azureOpenaiSetup.offers.lookAgain', { defaultMessage: 'Look again' }),
  clearFilter: i18n.translate('azureOpenaiSetup.offers.clearFilter', {
    defaultMessage: 'Show all',
  }),
  filteredOut: i18n.translate('azureOpenaiSetup.offers.filteredOut', {
    defaultMessage: 'Nothing passes this filter',
  }),
  none: i18n.translate('azureOpenaiSetup.offers.none', {
    defaultMessage: 'No region offers a model that Kibana can use',
  }),
  noneBody: i18n.translate('azureOpenaiSetup.offers.noneBody', {
    defaultMessage:
      'Choose another subscription in the next step: offers such as free trials have no Azure OpenAI.',
  }),
};
