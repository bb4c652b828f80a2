import type { Meter } from '../azure/azure';

type Direction = 'input' | 'output';

/**
 * ARM's meter names for text tokens, in lowercase. Other names are for cached input, images, training and so on.
 * `NoCachedContextToken`, `ContextToken` and `GeneratedToken` are in use; the others are synonyms.
 */
const directions: ReadonlyMap<string, Direction> = new Map([
  ['nocachedcontexttoken', 'input'],
  ['contexttoken', 'input'],
  ['inputtoken', 'input'],
  ['input', 'input'],
  ['prompttoken', 'input'],
  ['generatedtoken', 'output'],
  ['outputtoken', 'output'],
  ['output', 'output'],
  ['completiontoken', 'output'],
]);

const directionOf = ({ name }: Meter): Direction | undefined =>
  directions.get(
    name
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .replace(/tokens$/, 'token'),
  );

/** A model has one or two meters per direction. With more, it is unclear which one applies. */
const maximumMeters = 3;

/**
 * The input and output meters; several for one direction must have the same price. Undefined if a direction has no
 * meter, too many, or an ambiguous one.
 */
export function tokenMeters(
  meters: readonly Meter[],
): Record<Direction, readonly Meter[]> | undefined {
  const of = (direction: Direction) => meters.filter((one) => directionOf(one) === direction);
  const input = of('input');
  const output = of('output');
  const isUsable = [input, output].every(({ length }) => length > 0 && length <= maximumMeters);
  const inputIds = new Set(input.map(({ meterId }) => meterId));
  if (!isUsable || output.some(({ meterId }) => inputIds.has(meterId))) return undefined;
  return { input, output };
}

/** Tokens per unit of the price list. Other units count something else, such as hours. */
const tokensInUnit: ReadonlyMap<string, number> = new Map([
  ['1K', 1_000],
  ['1M', 1_000_000],
]);

/** The tokens of a price list unit; undefined for other units. */
export const tokensIn = (unitOfMeasure: string): number | undefined =>
  tokensInUnit.get(unitOfMeasure.toUpperCase());

/** ARM's unit in the form of the price list: `1K` for `1K tokens` and for `1,000 Tokens`. */
const inListForm = (unit: string): string =>
  unit
    .trim()
    .replace(/ ?tokens?$/i, '')
    .replaceAll(',', '')
    .replace(/^1000$/, '1K')
    .replace(/^1000000$/, '1M')
    .replaceAll(' ', '')
    .toUpperCase();

/** Units that do not count tokens. */
const otherThings = /hour|day|month|year|minute|second|image|character|session|ptu/i;

/** True if ARM's unit of the meter differs from the price list's. ARM's unit can be absent, or just `Tokens`. */
export function isOtherUnit({ unit }: Meter, unitOfMeasure: string): boolean {
  if (unit === undefined) return false;
  const size = tokensIn(inListForm(unit));
  return size === undefined ? otherThings.test(unit) : size !== tokensIn(unitOfMeasure);
}
