import { freeTokens, tokenLevels } from '../../../common/capacity';
import type { Offer } from '../../../common/offers';
import type { DeploymentType, SetupRequest } from '../../../common/setup_request';
import { modelTitle } from '../../../common/words/format';
import { typeName } from '../../../common/words/model_text';
import { noteText } from './offer_text';
import type { Residency } from './residency';

/** One line of the list. Texts are in it so that it can be sorted and searched. */
export interface OfferRow extends Offer {
  id: string;
  title: string;
  typeTitle: string;
  region: string;
  /** Absent when quota could not be read. */
  freeTokens?: number;
  note: string;
  recommended: boolean;
  /** False when Azure would refuse it for certain. */
  usable: boolean;
}

type Settled = Pick<SetupRequest, 'modelName' | 'modelVersion' | 'deploymentType' | 'location'>;

const isSame = (offer: Offer, settled: Settled | undefined) =>
  offer.modelName === settled?.modelName &&
  offer.modelVersion === settled.modelVersion &&
  offer.deploymentType === settled.deploymentType &&
  offer.location === settled.location;

/** The offers as lines, in their order. */
export const offerRows = (
  offers: readonly Offer[],
  nameOfRegion: (location: string) => string,
  recommended: Settled | undefined,
): OfferRow[] =>
  offers.map((offer) => {
    const { modelName, modelVersion, location, deploymentType, free } = offer;
    const tokens = freeTokens(offer);
    return {
      ...offer,
      id: `${modelName}-${modelVersion}-${deploymentType}-${location}`,
      title: modelTitle(modelName),
      typeTitle: typeName(deploymentType),
      region: nameOfRegion(location),
      freeTokens: tokens,
      note: noteText(offer, tokens),
      recommended: isSame(offer, recommended),
      usable: free !== 0,
    };
  });

export interface OfferFilter {
  text: string;
  residency: Residency;
  enoughOnly: boolean;
}

export const noFilter: OfferFilter = { text: '', residency: 'anywhere', enoughOnly: false };

const staysWithin: Record<Residency, readonly DeploymentType[]> = {
  anywhere: ['GlobalStandard', 'DataZoneStandard', 'Standard'],
  zone: ['DataZoneStandard', 'Standard'],
  region: ['Standard'],
};

/** True if there is room for everyday use; unreadable quota does not count as enough. */
export const hasEnough = ({ freeTokens: tokens }: OfferRow): boolean =>
  tokens !== undefined && tokens >= tokenLevels.ample;

/** Every word has to be somewhere in the line. */
export function filterRows(rows: readonly OfferRow[], filter: OfferFilter): OfferRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ title, modelVersion, typeTitle, region, location, note }: OfferRow) => {
    const line = [title, modelVersion, typeTitle, region, location, note].join(' ').toLowerCase();
    return words.every((word) => line.includes(word));
  };
  return rows.filter(
    (row) =>
      staysWithin[filter.residency].includes(row.deploymentType) &&
      (!filter.enoughOnly || hasEnough(row)) &&
      matches(row),
  );
}

export const regionsWithEnough = (rows: readonly OfferRow[]): number =>
  new Set(rows.filter(hasEnough).map(({ location }) => location)).size;
