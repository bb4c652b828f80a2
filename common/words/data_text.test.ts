import { dataZoneOf } from '../models/data_zones';
import { dataMeaning, dataPlace } from './data_text';

describe('the place of data processing', () => {
  it.each([
    ['Standard', 'eastus2', 'East US 2', 'Stays in East US 2'],
    ['Standard', 'eastus2', undefined, 'Stays in one Azure region'],
    ['DataZoneStandard', 'eastus2', 'East US 2', 'United States data zone'],
    ['DataZoneStandard', 'eastus2', undefined, 'United States data zone'],
    ['DataZoneStandard', 'swedencentral', 'Sweden Central', 'European Union data zone'],
    ['DataZoneStandard', 'usgovarizona', 'USGov Arizona', 'US Government data zone'],
    ['DataZoneStandard', 'japaneast', 'Japan East', 'Microsoft data zone of Japan East'],
    ['DataZoneStandard', 'japaneast', undefined, 'Microsoft data zone'],
    ['GlobalStandard', 'eastus2', 'East US 2', 'Any Azure region'],
    ['GlobalProvisionedManaged', 'eastus2', 'East US 2', 'Any Azure region'],
    ['DataZoneProvisionedManaged', 'francecentral', 'France Central', 'European Union data zone'],
    ['ProvisionedManaged', 'eastus2', 'East US 2', 'Stays in East US 2'],
    ['LunarStandard', 'eastus2', 'East US 2', 'LunarStandard'],
  ])('of %s in %s (%s) is: %s', (type, location, region, words) => {
    const place = { location, ...(region !== undefined && { region }) };
    expect(dataPlace(type, place)).toBe(words);
    expect(dataMeaning(type, place) ?? '').not.toContain(location);
  });

  it('has no name if Microsoft does not define the data zone', () => {
    const regions = ['uksouth', 'switzerlandnorth', 'norwayeast', 'canadacentral', 'eastus3'];
    expect(regions.map((location) => dataZoneOf(location))).toEqual(regions.map(() => undefined));
  });
});
