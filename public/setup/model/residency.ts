/** Where data may be processed at most: anywhere, in the region's data zone, in the region. */
export const residencies = ['anywhere', 'zone', 'region'] as const;
export type Residency = (typeof residencies)[number];
