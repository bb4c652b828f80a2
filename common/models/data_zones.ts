/** An area within which Azure processes the prompts of a data zone deployment. */
export type DataZone = 'united_states' | 'european_union' | 'us_government';

/**
 * Microsoft defines the zone by the resource's region: any region of the United States, or of a member nation of the
 * European Union.
 */
const regionsOf: Record<DataZone, readonly string[]> = {
  united_states: [
    ...['centralus', 'eastus', 'eastus2', 'northcentralus', 'southcentralus'],
    ...['westcentralus', 'westus', 'westus2', 'westus3'],
  ],
  european_union: [
    ...['austriaeast', 'belgiumcentral', 'denmarkeast', 'francecentral', 'francesouth'],
    ...['germanynorth', 'germanywestcentral', 'italynorth', 'northeurope', 'polandcentral'],
    ...['spaincentral', 'swedencentral', 'swedensouth', 'westeurope'],
  ],
  us_government: ['usgovarizona', 'usgovtexas', 'usgovvirginia'],
};

const zones = ['united_states', 'european_union', 'us_government'] as const satisfies DataZone[];

/** The data zone of a region (programmatic name); undefined if Microsoft does not define one. */
export const dataZoneOf = (location: string): DataZone | undefined =>
  zones.find((zone) => regionsOf[zone].includes(location));
