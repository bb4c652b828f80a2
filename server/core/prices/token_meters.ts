import type { Meter } from '../azure/azure';

type Direction = 'input' | 'output';

/**
 * The names of ARM's meters for text, in lower case. Other names are those of other things, such as cached input, images
 * and training. `NoCachedContextToken`, `ContextToken` and `GeneratedToken` are the names in use; the others say the same.
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

/** A model has one or two meters for a direction. More of them are not looked up: it is not clear which one counts. */
const mostMeters = 3;

/**
 * The meters that count what a model reads and writes; several for one direction have to agree on the price. Undefined if
 * one direction has none, or too many, or one that is said to count both.
 */
export function tokenMeters(
  meters: readonly Meter[],
): Record<Direction, readonly Meter[]> | undefined {
  const of = (direction: Direction) => meters.filter((one) => directionOf(one) === direction);
  const input = of('input');
  const output = of('output');
  const isUsable = [input, output].every(({ length }) => length > 0 && length <= mostMeters);
  const inputIds = new Set(input.map(({ meterId }) => meterId));
  if (!isUsable || output.some(({ meterId }) => inputIds.has(meterId))) return undefined;
  return { input, output };
}

/** Tokens in one unit of the price list. A unit that is not here counts something else, such as hours. */
const tokensInUnit: ReadonlyMap<string, number> = new Map([
  ['1K', 1_000],
  ['1M', 1_000_000],
]);

/** The tokens of a unit, in the form of the price list; undefined for any other. */
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

/** Units of other things than tokens. */
const otherThings = /hour|day|month|year|minute|second|image|character|session|ptu/i;

/** True if ARM counts the meter in another unit than the price list. Its own unit can be absent, or just `Tokens`. */
export function isOtherUnit({ unit }: Meter, unitOfMeasure: string): boolean {
  if (unit === undefined) return false;
  const size = tokensIn(inListForm(unit));
  return size === undefined ? otherThings.test(unit) : size !== tokensIn(unitOfMeasure);
}
