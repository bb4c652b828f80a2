import { freeTokens } from '../../../common/models/capacity';
import type { Offer } from '../../../common/models/offers';
import { modelTitle } from '../../../common/words/format';

/** One model with all its offers, best first. */
export interface ModelChoice {
  modelName: string;
  title: string;
  offers: readonly Offer[];
  /** The best available offer, or the best of all if none is available. */
  best: Offer;
  /** The versions that can be deployed, the best first. */
  versions: readonly string[];
  /** The most tokens per minute available in one region and type; absent if the quota could not be read. */
  freeTokens?: number;
  /** False if Azure would certainly refuse it. */
  available: boolean;
}

/** A model of the list; without a version, the version is recommended. */
export interface Picked {
  modelName: string;
  modelVersion?: string;
}

/** False if Azure would certainly refuse the offer. */
export const isAvailable = ({ free }: Offer): boolean => free !== 0;

function toChoice(modelName: string, offers: readonly [Offer, ...Offer[]]): ModelChoice {
  const available = offers.filter(isAvailable);
  const free = offers.map(freeTokens).filter((tokens) => tokens !== undefined);
  return {
    modelName,
    title: modelTitle(modelName),
    offers,
    best: available[0] ?? offers[0],
    versions: [...new Set(available.map(({ modelVersion }) => modelVersion))],
    ...(free.length > 0 && { freeTokens: Math.max(...free) }),
    available: available.length > 0,
  };
}

/** The models of the offers, in the order of their best offers. */
export function modelChoices(offers: readonly Offer[]): ModelChoice[] {
  const groups = new Map<string, [Offer, ...Offer[]]>();
  for (const offer of offers) {
    const group = groups.get(offer.modelName);
    if (group) group.push(offer);
    else groups.set(offer.modelName, [offer]);
  }
  return [...groups].map(([modelName, group]) => toChoice(modelName, group));
}

/** The choices whose name, versions or regions contain every word. */
export function searchChoices(
  choices: readonly ModelChoice[],
  text: string,
  nameOfRegion: (location: string) => string,
): ModelChoice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ modelName, title, offers }) => {
    const places = offers.map(({ modelVersion, location }) =>
      [modelVersion, location, nameOfRegion(location)].join(' '),
    );
    const line = [modelName, title, ...places].join(' ').toLowerCase();
    return words.every((word) => line.includes(word));
  });
}
