import { i18n } from '@kbn/i18n';
import { isAvailable, type ModelChoice } from '../offers/model_choices';

/** The advantages and disadvantages of a model compared with another, in words. */
export interface Comparison {
  better: string[];
  worse: string[];
}

const text = {
  higherScore: i18n.translate('azureOpenaiSetup.plan.model.compare.higherScore', {
    defaultMessage: 'higher score',
  }),
  lowerScore: i18n.translate('azureOpenaiSetup.plan.model.compare.lowerScore', {
    defaultMessage: 'lower score',
  }),
  rated: i18n.translate('azureOpenaiSetup.plan.model.compare.rated', {
    defaultMessage: 'rated by Elastic',
  }),
  longer: i18n.translate('azureOpenaiSetup.plan.model.compare.longer', {
    defaultMessage: 'supported longer',
  }),
  shorter: i18n.translate('azureOpenaiSetup.plan.model.compare.shorter', {
    defaultMessage: 'supported for a shorter time',
  }),
  moreQuota: i18n.translate('azureOpenaiSetup.plan.model.compare.moreQuota', {
    defaultMessage: 'more quota available',
  }),
  lessQuota: i18n.translate('azureOpenaiSetup.plan.model.compare.lessQuota', {
    defaultMessage: 'less quota available',
  }),
  elsewhere: (region: string): string =>
    i18n.translate('azureOpenaiSetup.plan.model.compare.elsewhere', {
      defaultMessage: 'not available in {region}, so the region changes',
      values: { region },
    }),
};

interface Place {
  location: string;
  /** Its display name. */
  region: string;
}

/** Positive if the first is better; undefined if one of them is unknown. */
const difference = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one - other;

const time = (iso: string | undefined) => (iso === undefined ? undefined : Date.parse(iso));

/** Scores are shown with one digit, so smaller differences do not count. */
const shown = (score: number | undefined) =>
  score === undefined ? undefined : Math.round(score * 10);

/**
 * Compares a model with the chosen one. A card lists drawbacks separately.
 * @param place - Where the chosen model would be deployed.
 */
export function compareModels(model: ModelChoice, chosen: ModelChoice, place: Place): Comparison {
  const points = [
    {
      by: difference(shown(model.best.score), shown(chosen.best.score)),
      better: text.higherScore,
      worse: text.lowerScore,
    },
    { by: ratedFirst(model, chosen), better: text.rated, worse: '' },
    {
      by: difference(time(model.best.retiresAt), time(chosen.best.retiresAt)),
      better: text.longer,
      worse: text.shorter,
    },
    {
      by: difference(model.freeTokens, chosen.freeTokens),
      better: text.moreQuota,
      worse: text.lessQuota,
    },
  ];
  const isInRegion = ({ offers }: ModelChoice) =>
    offers.some((offer) => isAvailable(offer) && offer.location === place.location);
  const moves = isInRegion(chosen) && !isInRegion(model);
  return {
    better: points.flatMap(({ by = 0, better }) => (by > 0 ? [better] : [])),
    worse: [
      ...points.flatMap(({ by = 0, worse }) => (by < 0 && worse ? [worse] : [])),
      ...(moves ? [text.elsewhere(place.region)] : []),
    ],
  };
}

/** The drawback "Not rated by Elastic" already covers the opposite. */
const ratedFirst = (model: ModelChoice, chosen: ModelChoice): number =>
  model.best.score !== undefined && chosen.best.score === undefined ? 1 : 0;
