/** The values of a file with one JSON text per line. A line that a process is still writing is left out. */
export const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
