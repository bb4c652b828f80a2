/** The words of Azure's region names; a longer word comes before its own prefixes. */
const regionWords = [
  ...['northeast', 'northwest', 'southeast', 'southwest', 'north', 'south', 'east', 'west'],
  ...['central', 'Asia', 'Europe', 'Australia', 'Austria', 'Belgium', 'Brazil', 'Canada', 'Chile'],
  ...['China', 'Denmark', 'Finland', 'France', 'Germany', 'Greece', 'Jio', 'Indonesia', 'India'],
  ...['Israel', 'Italy', 'Japan', 'Korea', 'Malaysia', 'Mexico', 'New Zealand', 'Norway'],
  ...['Poland', 'Qatar', 'Africa', 'Saudi Arabia', 'Spain', 'Sweden', 'Switzerland', 'Taiwan'],
  ...['UAE', 'UK', 'USGov', 'USDoD', 'US', 'Arizona', 'Texas', 'Virginia'],
];

const titles = new Map(
  regionWords.map((word) => [
    word.replace(' ', '').toLowerCase(),
    word.charAt(0).toUpperCase() + word.slice(1),
  ]),
);
const oneWord = new RegExp([...titles.keys(), '\\d+$'].join('|'), 'g');

/**
 * "East US 2" for `eastus2`: Azure's display name of a region, put together from the words of its programmatic name.
 * Unchanged if it has unknown words, such as a new country.
 */
export function regionTitle(location: string): string {
  const words = location.match(oneWord) ?? [];
  const isWhole = words.length > 1 && words.join('') === location;
  return isWhole ? words.map((word) => titles.get(word) ?? word).join(' ') : location;
}
