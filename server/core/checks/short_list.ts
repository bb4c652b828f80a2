/** A list for a sentence: the first of its items, and how many more there are. */
interface ShortList {
  text: string;
  more: number;
}

const itemsNamed = 5;

export const shortList = (items: readonly string[], named = itemsNamed): ShortList => ({
  text: items.slice(0, named).join(', '),
  more: Math.max(0, items.length - named),
});

/** Longer than any name or id of Azure; what others wrote may be longer. */
const longestText = 600;

/** The values of a problem, none of them longer than a sentence can bear. */
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
