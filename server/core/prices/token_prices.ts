import { unlessSetupError } from '../../../common/problem';
import type { TokenPrices } from '../../../common/models/prices';
import { isPaidByToken } from '../../../common/models/deployment_types';
import type { Azure, Meter } from '../azure/azure';
import { findOffer, skuOf } from '../catalog/model_advice';
import { offeredModels, type Place } from '../catalog/offered_models';
import type { ListedPrice, PriceList } from '../azure/price_list';
import { isOtherUnit, tokenMeters, tokensIn } from './token_meters';

/** A model in a region and deployment type. */
export interface Priced extends Place {
  modelName: string;
  modelVersion: string;
  deploymentType: string;
}

const million = 1_000_000;

/** The currency of Microsoft's prices; others are for reference only. */
const currency = 'USD';

const isInEffect = ({ effectiveFrom, effectiveUntil }: ListedPrice, now: Date): boolean =>
  (effectiveFrom === undefined || new Date(effectiveFrom) <= now) &&
  (effectiveUntil === undefined || new Date(effectiveUntil) > now);

/** The price for a million tokens; undefined unless all entries agree on one. */
function perMillion(
  entries: readonly ListedPrice[],
  meter: Meter,
  location: string,
  now: Date,
): number | undefined {
  const current = entries.filter((one) => one.meterId === meter.meterId && isInEffect(one, now));
  // A meter id can be the same in all regions; the model's region takes precedence.
  const here = current.filter((one) => one.location === location);
  const prices = (here.length > 0 ? here : current).map((one) => {
    const tokens = tokensIn(one.unitOfMeasure);
    const isClear =
      one.currency === currency &&
      one.tierMinimumUnits === 0 &&
      !isOtherUnit(meter, one.unitOfMeasure);
    // Amounts have up to 12 digits; smaller differences are rounding errors.
    return tokens !== undefined && isClear && one.price > 0
      ? Number(((one.price * million) / tokens).toPrecision(12))
      : undefined;
  });
  return only(prices);
}

/** The only value of a list; undefined if it is empty or has several. */
const only = (values: ReadonlyArray<number | undefined>): number | undefined => {
  const [first, ...others] = new Set(values);
  return others.length > 0 ? undefined : first;
};

async function metersOf(azure: Azure, priced: Priced): Promise<readonly Meter[]> {
  const { models } = await offeredModels(azure, priced);
  return skuOf(findOffer(models, priced), priced.deploymentType)?.meters ?? [];
}

interface Sources {
  azure: Azure;
  /** Absent in clouds without a public price list. */
  priceList?: PriceList;
  now: Date;
}

/**
 * The prices of the model's tokens, from its ARM meters. Undefined if a meter is missing, ambiguous or not priced in
 * tokens, or if Azure or the list cannot be read. Never an estimate.
 */
export async function readTokenPrices(
  { azure, priceList, now }: Sources,
  priced: Priced,
): Promise<TokenPrices | undefined> {
  if (!priceList || !isPaidByToken(priced.deploymentType)) return undefined;
  const meters = tokenMeters((await unlessSetupError(metersOf(azure, priced))) ?? []);
  if (!meters) return undefined;
  const priceOf = async (meter: Meter) =>
    perMillion(await priceList.read(meter.meterId), meter, priced.location, now);
  const read = async (all: readonly Meter[]) => only(await Promise.all(all.map(priceOf)));
  const both = await unlessSetupError(Promise.all([read(meters.input), read(meters.output)]));
  const [input, output] = both ?? [];
  return input === undefined || output === undefined ? undefined : { currency, input, output };
}
