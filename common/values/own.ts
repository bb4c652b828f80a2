/** The table's entry for an external word; every object also has inherited properties such as `constructor`. */
export const own = <Value>(
  table: Readonly<Partial<Record<string, Value>>>,
  word: string | undefined,
): Value | undefined =>
  word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
