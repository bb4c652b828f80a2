/** The entry of a table under an outside word; every object also answers to words such as `constructor`. */
export const own = <Value>(
  table: Readonly<Partial<Record<string, Value>>>,
  word: string | undefined,
): Value | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
