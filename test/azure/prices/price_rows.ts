import { metersOf, type SimMeter } from '../catalogue/meters';
import { offersIn, modelsIn } from '../catalogue/lookup';
import { openAiRegionsOf, type SimRegion } from '../catalogue/regions';
import type { WorldState } from '../worlds/world';

/** One item of the price list. Its members and their order are those of the real one. */
export interface PriceRow {
  currencyCode: string;
  tierMinimumUnits: number;
  retailPrice: number;
  unitPrice: number;
  armRegionName: string;
  location: string;
  effectiveStartDate: string;
  meterId: string;
  meterName: string;
  productId: string;
  skuId: string;
  productName: string;
  skuName: string;
  serviceName: string;
  serviceId: string;
  serviceFamily: string;
  unitOfMeasure: string;
  type: string;
  isPrimaryMeterRegion: boolean;
  armSkuName: string;
}

/** Prices in other currencies are computed from those in US dollars. */
export const currencies: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 0.92,
  GBP: 0.79,
  JPY: 151,
};

const rowOf = (
  { meterId, meterName, unitOfMeasure, price }: SimMeter,
  region: SimRegion,
  currencyCode: string,
): PriceRow => {
  const amount = Number((price * (currencies[currencyCode] ?? 1)).toPrecision(8));
  const skuName = meterName.replace(/ Tokens$/, '');
  return {
    ...{ currencyCode, tierMinimumUnits: 0, retailPrice: amount, unitPrice: amount },
    ...{ armRegionName: region.name, location: `${region.group} ${region.displayName}` },
    ...{ effectiveStartDate: '2026-01-01T00:00:00Z', meterId, meterName },
    ...{ productId: 'DZH318Z0FL4L', skuId: `DZH318Z0FL4L/${meterId.slice(0, 4)}` },
    ...{ productName: 'Azure OpenAI', skuName, serviceName: 'Foundry Models' },
    ...{ serviceId: 'DZH318Q66D0F', serviceFamily: 'AI + Machine Learning', unitOfMeasure },
    ...{ type: 'Consumption', isPrimaryMeterRegion: region.name === 'eastus', armSkuName: '' },
  };
};

/** The list also has dev/test and reservation prices with the same meter. */
const withOtherTypes = (row: PriceRow): PriceRow[] => [
  row,
  { ...row, type: 'DevTestConsumption', retailPrice: row.retailPrice / 2 },
];

/** All items in their order; the public cloud is the only one that has a list. */
export const priceRows = (world: WorldState, currency: string): PriceRow[] =>
  openAiRegionsOf('public', world).flatMap((region) =>
    modelsIn(region.name).flatMap((model) =>
      offersIn(model, region.name)
        .flatMap((offer) => metersOf(model, offer, region.name))
        .map((meter) =>
          world.prices === 'unit_unknown' ? { ...meter, unitOfMeasure: '1 Hour' } : meter,
        )
        .flatMap((meter) => withOtherTypes(rowOf(meter, region, currency))),
    ),
  );
