export type Lifecycle =
  'Preview' | 'GenerallyAvailable' | 'Legacy' | 'Deprecating' | 'Deprecated' | 'Stable';

/** One deployment type that a model version is offered in, and where. */
export interface Offer {
  sku: string;
  regions: readonly string[];
  capacity: { minimum?: number; maximum: number; step?: number; default: number };
  /** Rate limits per unit of capacity. */
  tokens: { renewalPeriod: number; count: number };
  requests: { renewalPeriod: number; count: number };
  /** The life of this deployment type, where it ends before or after that of the model. */
  lifecycle?: Lifecycle;
  /** Date of retirement, `YYYY-MM-DD`. */
  retires?: string;
}

export const unitedStates = ['eastus', 'eastus2', 'westus3', 'northcentralus'];
export const europe = ['swedencentral', 'westeurope', 'francecentral'];
export const asia = ['japaneast', 'australiaeast'];
export const everywhere = [...unitedStates, ...europe, ...asia];
export const government = ['usgovvirginia', 'usgovarizona'];

/** Requests per unit, by generation: the GPT-4o era counts in windows of ten seconds. */
const paces = {
  gpt4o: { requests: { renewalPeriod: 10, count: 1 }, tokens: 1_000 },
  gpt41: { requests: { renewalPeriod: 60, count: 1 }, tokens: 1_000 },
  gpt5: { requests: { renewalPeriod: 60, count: 10 }, tokens: 1_000 },
  oMini: { requests: { renewalPeriod: 60, count: 1 }, tokens: 10_000 },
} as const;
type Pace = keyof typeof paces;

const offer = (
  sku: string,
  pace: Pace,
  regions: readonly string[],
  capacity: Offer['capacity'],
): Offer => ({
  sku,
  regions,
  capacity,
  tokens: { renewalPeriod: 60, count: paces[pace].tokens },
  requests: paces[pace].requests,
});

export const globalStandard = (pace: Pace, regions: readonly string[] = everywhere): Offer =>
  offer('GlobalStandard', pace, regions, { minimum: 1, maximum: 30_000, step: 1, default: 10 });

export const dataZoneStandard = (pace: Pace, regions: readonly string[]): Offer =>
  offer('DataZoneStandard', pace, regions, { maximum: 10_000, default: 10 });

export const standard = (pace: Pace, regions: readonly string[], maximum = 1_000): Offer =>
  offer('Standard', pace, regions, { maximum, default: 10 });

/** Sold by the hour in steps of throughput units. */
export const provisioned = (regions: readonly string[]): Offer =>
  offer('GlobalProvisionedManaged', 'gpt5', regions, {
    minimum: 15,
    maximum: 100_000,
    step: 5,
    default: 15,
  });

export const batch = (regions: readonly string[]): Offer =>
  offer('GlobalBatch', 'gpt5', regions, { minimum: 1, maximum: 500_000, step: 1, default: 50 });
