/** One pay-as-you-go entry of Azure's public price list. */
export interface ListedPrice {
  meterId: string;
  /** Names of regions are programmatic; empty for a price without a region. */
  location: string;
  /** ISO 4217. */
  currency: string;
  /** For one unit of `unitOfMeasure`. */
  price: number;
  /** For example `1K`. */
  unitOfMeasure: string;
  /** Units from which the price applies. */
  tierMinimumUnits: number;
  /** ISO 8601. */
  effectiveFrom?: string;
  effectiveUntil?: string;
}

/** The port to Azure's public price list. Throws `SetupError` if it cannot be read. */
export interface PriceList {
  /** Entries of a meter, in all regions. */
  read(meterId: string): Promise<ListedPrice[]>;
}
