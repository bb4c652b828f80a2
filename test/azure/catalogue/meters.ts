import { createHash } from 'node:crypto';
import type { CatalogueModel } from './catalogue_model';
import type { Offer } from './offers';
import { offersLike } from './regions';

/** A meter that Azure bills, as ARM names it and as the price list has it. */
export interface SimMeter {
  meterId: string;
  /** In ARM's list of models. */
  name: string;
  /** In the price list. */
  meterName: string;
  unitOfMeasure: string;
  /** US dollars for one unit. */
  price: number;
}

/** US dollars per million tokens with Global Standard: input, cached input, output. Other models have no public price. */
const perMillion: Readonly<Record<string, readonly [number, number, number]>> = {
  'gpt-5.2': [1.75, 0.175, 14],
  'gpt-5.1': [1.25, 0.125, 10],
  'gpt-5': [1.25, 0.125, 10],
  'gpt-5-mini': [0.25, 0.025, 2],
  'gpt-5.4': [2.5, 0.25, 15],
  'gpt-5.4-mini': [0.75, 0.075, 4.5],
  'gpt-5.5': [5, 0.5, 30],
  'gpt-4.1': [2, 0.5, 8],
  'gpt-4.1-mini': [0.4, 0.1, 1.6],
  'gpt-4o': [2.5, 1.25, 10],
  'gpt-4o-mini': [0.15, 0.075, 0.6],
};

/** Factors on the price, and the words for the type in a meter's name. */
const types: Readonly<Record<string, readonly [number, string]>> = {
  GlobalStandard: [1, 'glbl'],
  DataZoneStandard: [1.1, 'DZone'],
  Standard: [1.1, 'regnl'],
  GlobalBatch: [0.5, 'Batch glbl'],
};

const guidOf = (...parts: string[]): string =>
  createHash('sha1')
    .update(parts.join('/'))
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** Meters of a model where it is offered; those of a global type are the same in all regions. */
export function metersOf(model: CatalogueModel, { sku }: Offer, region: string): SimMeter[] {
  const place = sku.startsWith('Global') ? 'global' : offersLike(region);
  const idOf = (name: string) => guidOf(model.name, model.version, sku, place, name);
  if (sku.includes('Provisioned')) {
    const meterName = 'Provisioned Managed Global Unit';
    const name = 'ProvisionedThroughputUnit';
    return [{ meterId: idOf(name), name, meterName, unitOfMeasure: '1 Hour', price: 1 }];
  }
  const prices = perMillion[model.name];
  const [factor, type] = types[sku] ?? [];
  if (!prices || factor === undefined || model.format !== 'OpenAI') return [];
  const [input, cached, output] = prices;
  // Models before GPT-5 are sold by the thousand.
  const [unitOfMeasure, tokens] = model.name.startsWith('gpt-4')
    ? ['1K', 1_000]
    : ['1M', 1_000_000];
  const meter = (name: string, words: string, price: number): SimMeter => ({
    meterId: idOf(name),
    name,
    meterName: `${model.name} ${words} ${type} Tokens`,
    unitOfMeasure,
    price: Number(((price * factor * tokens) / 1_000_000).toPrecision(12)),
  });
  const full = meter('NoCachedContextToken', 'Inp', input);
  return [
    model.name.startsWith('gpt-4') ? { ...full, name: 'ContextToken' } : full,
    meter('CachedContextToken', 'cached Inp', cached),
    meter('GeneratedToken', 'Outp', output),
  ];
}
