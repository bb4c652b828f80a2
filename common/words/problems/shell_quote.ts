/** One argument for a POSIX shell, whatever it holds. */
export const shellQuote = (value: string | number): string =>
  `'${String(value).replaceAll("'", `'\\''`)}'`;
