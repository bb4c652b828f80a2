/** Milliseconds of each unit. */
export const units = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

/** Milliseconds of `500`, `'500ms'`, `'30s'`, `'5m'`, `'1h'`, `'1d'`. */
export function durationMs(value: string | number): number {
  if (typeof value === 'number') return value;
  const [, amount, unit = 'ms'] = /^([1-9][0-9]*)(ms|s|m|h|d)?$/.exec(value) ?? [];
  const factor = units.get(unit);
  if (amount === undefined || factor === undefined) {
    throw new Error(
      `Invalid interval "${value}". Intervals must be of the form {number}m. Example: 5m.`,
    );
  }
  return Number(amount) * factor;
}
