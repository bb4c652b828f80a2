import type { Cloud } from '../hosts';
import { furtherTable, regionTable } from './region_table';

export interface SimRegion {
  name: string;
  displayName: string;
  cloud: Cloud;
  geography: string;
  group: string;
  physicalLocation: string;
  latitude: string;
  longitude: string;
  recommended: boolean;
  /** True if accounts of Cognitive Services can be created here. */
  openAi: boolean;
}

const readRow = (cloud: Cloud, row: string): SimRegion => {
  const [name = '', displayName = '', geography = '', group = '', ...rest] = row.split('|');
  const [physicalLocation = '', latitude = '', longitude = '', exceptions = ''] = rest;
  return {
    ...{ name, displayName, cloud, geography, group, physicalLocation, latitude, longitude },
    recommended: !exceptions.includes('other'),
    openAi: !exceptions.includes('no OpenAI'),
  };
};

const readTable = (cloud: Cloud, table: string): SimRegion[] =>
  table
    .trim()
    .split('\n')
    .map((row) => readRow(cloud, row));

const furtherRegions = readTable('public', furtherTable);
const regions: Record<Cloud, readonly SimRegion[]> = {
  public: readTable('public', regionTable.public),
  usGovernment: readTable('usGovernment', regionTable.usGovernment),
  china: readTable('china', regionTable.china),
};

const furtherNames = new Set(furtherRegions.map(({ name }) => name));

/** The region with the same models. */
export const offersLike = (region: string): string =>
  furtherNames.has(region) ? 'japaneast' : region;

/** The setting of a world that decides its regions. */
interface Extent {
  furtherRegions?: boolean;
}

export const regionsOf = (cloud: Cloud, extent: Extent): SimRegion[] => [
  ...regions[cloud],
  ...(cloud === 'public' && extent.furtherRegions === true ? furtherRegions : []),
];

export const openAiRegionsOf = (cloud: Cloud, extent: Extent): SimRegion[] =>
  regionsOf(cloud, extent).filter(({ openAi }) => openAi);

/** `East US` and `EASTUS` are `eastus`. */
export const normalLocation = (location: string): string =>
  location.replace(/\s+/g, '').toLowerCase();

export const findRegion = (cloud: Cloud, location: string, extent: Extent): SimRegion | undefined =>
  regionsOf(cloud, extent).find(({ name }) => name === normalLocation(location));
