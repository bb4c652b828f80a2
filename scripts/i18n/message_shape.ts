import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** How a message uses one argument: what a translation has to keep. */
export interface Use {
  name: string;
  /** "argument", "number", "plural", "select", ... */
  kind: string;
  /** The branches of a plural or a select. */
  branches: string[];
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** As Kibana parses it, tags included; or what is wrong with it, in words. */
function elementsOf(text: string): MessageFormatElement[] | string {
  try {
    return parse(text);
  } catch (error) {
    return words(error);
  }
}

const kinds = {
  [TYPE.argument]: 'argument',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.tag]: 'tag',
} as const;

function usesIn(elements: readonly MessageFormatElement[]): Use[] {
  return elements.flatMap((element): Use[] => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const ordinal = element.type === TYPE.plural && element.pluralType === 'ordinal';
      const kind = element.type === TYPE.select ? 'select' : ordinal ? 'selectordinal' : 'plural';
      const inside = Object.values(element.options).flatMap(({ value }) => usesIn(value));
      return [{ name: element.value, kind, branches: Object.keys(element.options) }, ...inside];
    }
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const inside = element.type === TYPE.tag ? usesIn(element.children) : [];
    return [{ name: element.value, kind: kinds[element.type], branches: [] }, ...inside];
  });
}

/** Every use of an argument, the nested ones too; or what is wrong with the message. */
export function usesOf(text: string): Use[] | string {
  const elements = elementsOf(text);
  return typeof elements === 'string' ? elements : usesIn(elements);
}

/** Names of the arguments, each once; or what is wrong with the message. */
export function argumentsOf(text: string): string[] | string {
  const uses = usesOf(text);
  return typeof uses === 'string' ? uses : [...new Set(uses.map(({ name }) => name))];
}

/** The words of a message in order, all branches, without its arguments. */
export function wordsOf(text: string): string {
  const elements = elementsOf(text);
  if (typeof elements === 'string') return text;
  const read = (each: readonly MessageFormatElement[]): string =>
    each
      .map((element) => {
        if (element.type === TYPE.literal) return element.value;
        if (element.type === TYPE.tag) return read(element.children);
        if (element.type !== TYPE.plural && element.type !== TYPE.select) return ' ';
        return Object.values(element.options)
          .map(({ value }) => read(value))
          .join(' ');
      })
      .join('');
  return read(elements);
}
