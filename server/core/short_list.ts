/** A short list for a sentence: the first items, and the number of further ones. */
interface ShortList {
  text: string;
  more: number;
}

const itemsNamed = 5;

export const shortList = (items: readonly string[], named = itemsNamed): ShortList => ({
  text: items.slice(0, named).join(', '),
  more: Math.max(0, items.length - named),
});

/** The same in one text. */
export function shortText(items: readonly string[]): string {
  const { text, more } = shortList(items);
  return more > 0 ? `${text} (+${more})` : text;
}

/** Longer than any Azure name or id; other texts can be longer. */
const longestText = 600;

/** The details of a problem, shortened for a sentence. */
export const bounded = <T extends string | number | undefined>(
  detail: Readonly<Record<string, T>>,
) =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestText
        ? `${value.slice(0, longestText)}…`
        : value,
    ]),
  );
