import { deploymentType as deploymentTypes } from '../../../common/fields';
import { freeTokens } from '../../../common/models/capacity';
import { dataNearness } from '../../../common/models/deployment_types';
import type { Offer } from '../../../common/models/offers';
import type { ModelDrawback } from '../../../common/options';
import type { DeploymentType, SetupRequest } from '../../../common/setup_request';

/** The widest area in which data can be processed: anywhere, the region's data zone, the region. */
export const residencies = ['anywhere', 'zone', 'region'] as const;
export type Residency = (typeof residencies)[number];

/** A region with the model's offers. */
export interface RegionRow {
  location: string;
  region: string;
  cells: Partial<Record<DeploymentType, Offer>>;
}

const nearness: Record<Residency, number> = { anywhere: 0, zone: 1, region: 2 };

/** The types that process data within the area, the nearest first. */
export const typesOf = (residency: Residency): DeploymentType[] =>
  deploymentTypes.options
    .filter((type) => dataNearness[type] >= nearness[residency])
    .sort((one, other) => dataNearness[other] - dataNearness[one]);

type Chosen = Pick<SetupRequest, 'modelName' | 'modelVersion'>;

/** The offers of the chosen model; in regions without the version, those of the best other version. */
export function offersOfModel(offers: readonly Offer[], chosen: Chosen): Offer[] {
  const ofModel = offers.filter(({ modelName }) => modelName === chosen.modelName);
  return ofModel.filter((offer) => {
    const alike = ofModel.filter((other) => isSameCell(other, offer));
    return offer === (alike.find((one) => one.modelVersion === chosen.modelVersion) ?? alike[0]);
  });
}

type Cell = Pick<SetupRequest, 'location' | 'deploymentType'>;

export const isSameCell = (one: Cell, other: Cell | undefined): boolean =>
  one.location === other?.location && one.deploymentType === other.deploymentType;

/** Regions in the order of their best offer. */
export function regionRows(
  offers: readonly Offer[],
  nameOfRegion: (location: string) => string,
): RegionRow[] {
  const locations = [...new Set(offers.map(({ location }) => location))];
  return locations.map((location) => ({
    location,
    region: nameOfRegion(location),
    cells: Object.fromEntries(
      offers
        .filter((offer) => offer.location === location)
        .map((offer) => [offer.deploymentType, offer]),
    ),
  }));
}

export interface DataFilter {
  text: string;
  residency: Residency;
}

export const noFilter: DataFilter = { text: '', residency: 'anywhere' };

/** The regions whose name contains every word and that offer a type within the residency. */
export function filterRows(
  rows: readonly RegionRow[],
  { text, residency }: DataFilter,
): RegionRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ location, region, cells }) => {
    const name = `${region} ${location}`.toLowerCase();
    return (
      words.every((word) => name.includes(word)) &&
      typesOf(residency).some((type) => cells[type] !== undefined)
    );
  });
}

/** Tokens per minute; absent if the quota could not be read. */
export function quotaOf(offer: Offer): { free: number; limit: number } | undefined {
  const free = freeTokens(offer);
  if (free === undefined || offer.limit === undefined) return undefined;
  return { free, limit: offer.limit * offer.tokensPerUnit };
}

/** Drawbacks that the cell shows in its own text. */
const aboutQuota: readonly ModelDrawback[] = ['no_quota', 'no_capacity'];

/** Drawbacks of this cell only, without those of the model. */
export const ownDrawbacks = (offer: Offer, offers: readonly Offer[]): ModelDrawback[] =>
  offer.drawbacks.filter(
    (drawback) =>
      !aboutQuota.includes(drawback) &&
      !offers.every(({ drawbacks }) => drawbacks.includes(drawback)),
  );
