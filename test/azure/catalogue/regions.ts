import type { Cloud } from '../hosts';
import { furtherRegions } from './further_regions';

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
  /** Accounts of Cognitive Services can be made here. */
  openAi: boolean;
}

const region = (
  cloud: Cloud,
  [name, displayName, geography, group, physicalLocation, latitude, longitude]: [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ],
  traits: { recommended?: boolean; openAi?: boolean } = {},
): SimRegion => ({
  name,
  displayName,
  cloud,
  geography,
  group,
  physicalLocation,
  latitude,
  longitude,
  recommended: traits.recommended ?? true,
  openAi: traits.openAi ?? true,
});

const other = { recommended: false };
const withoutOpenAi = { openAi: false };

export const regions: readonly SimRegion[] = [
  region('public', ['eastus', 'East US', 'United States', 'US', 'Virginia', '37.3719', '-79.8164']),
  region('public', [
    'eastus2',
    'East US 2',
    'United States',
    'US',
    'Virginia',
    '36.6681',
    '-78.3889',
  ]),
  region('public', [
    'westus3',
    'West US 3',
    'United States',
    'US',
    'Phoenix',
    '33.448376',
    '-112.074036',
  ]),
  region(
    'public',
    [
      'northcentralus',
      'North Central US',
      'United States',
      'US',
      'Illinois',
      '41.8819',
      '-87.6278',
    ],
    other,
  ),
  region('public', [
    'swedencentral',
    'Sweden Central',
    'Sweden',
    'Europe',
    'Gävle',
    '60.67488',
    '17.14127',
  ]),
  region('public', [
    'westeurope',
    'West Europe',
    'Europe',
    'Europe',
    'Netherlands',
    '52.3667',
    '4.9',
  ]),
  region('public', [
    'francecentral',
    'France Central',
    'France',
    'Europe',
    'Paris',
    '46.3772',
    '2.3730',
  ]),
  region('public', [
    'japaneast',
    'Japan East',
    'Japan',
    'Asia Pacific',
    'Tokyo, Saitama',
    '35.68',
    '139.77',
  ]),
  region('public', [
    'australiaeast',
    'Australia East',
    'Australia',
    'Asia Pacific',
    'New South Wales',
    '-33.86',
    '151.2094',
  ]),
  region('public', ['ukwest', 'UK West', 'United Kingdom', 'UK', 'Cardiff', '53.427', '-3.084'], {
    ...other,
    ...withoutOpenAi,
  }),
  region(
    'public',
    ['qatarcentral', 'Qatar Central', 'Qatar', 'Middle East', 'Doha', '25.551462', '51.439327'],
    withoutOpenAi,
  ),
  region('usGovernment', [
    'usgovvirginia',
    'USGov Virginia',
    'USGov',
    'USGov',
    'Virginia',
    '37.3719',
    '-79.8164',
  ]),
  region('usGovernment', [
    'usgovarizona',
    'USGov Arizona',
    'USGov',
    'USGov',
    'Phoenix',
    '33.4484',
    '-112.0740',
  ]),
  region('china', [
    'chinanorth3',
    'China North 3',
    'China',
    'China',
    'Hebei',
    '40.7689',
    '114.8863',
  ]),
  region(
    'china',
    ['chinaeast2', 'China East 2', 'China', 'China', 'Shanghai', '31.2304', '121.4737'],
    withoutOpenAi,
  ),
];

/** What of a world decides about its regions. */
interface Extent {
  furtherRegions?: boolean;
}

export const regionsOf = (cloud: Cloud, extent: Extent): SimRegion[] =>
  [...regions, ...(extent.furtherRegions === true ? furtherRegions : [])].filter(
    (known) => known.cloud === cloud,
  );

export const openAiRegionsOf = (cloud: Cloud, extent: Extent): SimRegion[] =>
  regionsOf(cloud, extent).filter(({ openAi }) => openAi);

/** `East US` and `EASTUS` are `eastus`. */
export const normalLocation = (location: string): string =>
  location.replace(/\s+/g, '').toLowerCase();

export const findRegion = (cloud: Cloud, location: string, extent: Extent): SimRegion | undefined =>
  regionsOf(cloud, extent).find(({ name }) => name === normalLocation(location));
