/** The widest area in which data can be processed: anywhere, the region's data zone, the region. */
export const residencies = ['anywhere', 'zone', 'region'] as const;
export type Residency = (typeof residencies)[number];
