/** Quotes any text as one argument of a POSIX shell. */
export const shellQuote = (value: string | number): string =>
  `'${String(value).replaceAll("'", `'\\''`)}'`;
