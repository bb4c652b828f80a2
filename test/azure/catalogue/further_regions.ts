import type { SimRegion } from './regions';

/** name | display name | geography | group | place | latitude | longitude */
const table = `
westus|West US|United States|US|California|37.783|-122.417
westus2|West US 2|United States|US|Washington|47.233|-119.852
centralus|Central US|United States|US|Iowa|41.5908|-93.6208
southcentralus|South Central US|United States|US|Texas|29.4167|-98.5
westcentralus|West Central US|United States|US|Wyoming|40.89|-110.234
canadacentral|Canada Central|Canada|Canada|Toronto|43.653|-79.383
canadaeast|Canada East|Canada|Canada|Quebec|46.817|-71.217
brazilsouth|Brazil South|Brazil|South America|Sao Paulo State|-23.55|-46.633
northeurope|North Europe|Europe|Europe|Ireland|53.3478|-6.2597
uksouth|UK South|United Kingdom|UK|London|50.941|-0.799
germanywestcentral|Germany West Central|Germany|Europe|Frankfurt|50.110924|8.682127
switzerlandnorth|Switzerland North|Switzerland|Europe|Zurich|47.451542|8.564572
norwayeast|Norway East|Norway|Europe|Norway|59.913868|10.752245
polandcentral|Poland Central|Poland|Europe|Warsaw|52.23334|21.01666
italynorth|Italy North|Italy|Europe|Milan|45.46888|9.18109
spaincentral|Spain Central|Spain|Europe|Madrid|40.4259|-3.4209
uaenorth|UAE North|UAE|Middle East|Dubai|25.266666|55.316666
southafricanorth|South Africa North|South Africa|Africa|Johannesburg|-25.73134|28.21837
southindia|South India|India|Asia Pacific|Chennai|12.9822|80.1636
koreacentral|Korea Central|Korea|Asia Pacific|Seoul|37.5665|126.978
southeastasia|Southeast Asia|Asia Pacific|Asia Pacific|Singapore|1.283|103.833
`;

const read = (row: string): SimRegion => {
  const [
    name = '',
    displayName = '',
    geography = '',
    group = '',
    physicalLocation = '',
    latitude = '',
    longitude = '',
  ] = row.split('|');
  return {
    name,
    displayName,
    cloud: 'public',
    geography,
    group,
    physicalLocation,
    latitude,
    longitude,
    recommended: true,
    openAi: true,
  };
};

/** Regions that only a world with many of them has. */
export const furtherRegions: readonly SimRegion[] = table.trim().split('\n').map(read);

const further = new Set(furtherRegions.map(({ name }) => name));

/** The region whose models are on offer there: the further ones have what Japan East has. */
export const offersLike = (region: string): string => (further.has(region) ? 'japaneast' : region);
