import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const strange = 'àƀçđéƒĝĥîĵķļɱñôþɋŕšţûṽŵẋýžÀƁÇĐÉƑĜĤÎĴĶĻṀÑÔÞɊŔŠŢÛṼŴẊÝŽ';
const accents = new Map([...plain].map((letter, index) => [letter, [...strange][index] ?? letter]));

const accented = (text: string): string =>
  [...text].map((letter) => accents.get(letter) ?? letter).join('');

/** Syntax of ICU in plain text has to be quoted again. */
const quoted = (text: string): string => text.replace(/'/g, "''").replace(/[{}<>]+/g, "'$&'");

const written = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element): string => {
      switch (element.type) {
        case TYPE.literal:
          return quoted(accented(element.value));
        case TYPE.pound:
          return '#';
        case TYPE.argument:
          return `{${element.value}}`;
        case TYPE.number:
          return `{${element.value}, number}`;
        case TYPE.plural:
        case TYPE.select: {
          const kind = element.type === TYPE.plural ? 'plural' : 'select';
          const branches = Object.entries(element.options).map(
            ([name, { value }]) => `${name} {${written(value)}}`,
          );
          return `{${element.value}, ${kind}, ${branches.join(' ')}}`;
        }
        case TYPE.date:
        case TYPE.time:
        case TYPE.tag:
          throw new Error('No text of the page has dates, times or tags in it.');
      }
    })
    .join('');

/**
 * Pseudo-localized text: accented letters, two fifths longer, in brackets. Plain letters on the page are then
 * untranslated.
 */
export function pseudo(text: string): string {
  const padding = 'ƒ'.repeat(Math.ceil(text.length * 0.4));
  return `⟦${written(parse(text))} ${padding}⟧`;
}
