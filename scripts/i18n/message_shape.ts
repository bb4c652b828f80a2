import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const withNested = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
  elements.flatMap((element) => [
    element,
    ...('children' in element ? withNested(element.children) : []),
    ...('options' in element
      ? Object.values(element.options).flatMap(({ value }) => withNested(value))
      : []),
  ]);

/** Every element of a message, the nested ones too. Throws, as Kibana does, when it is no ICU message. */
export const elementsOf = (text: string): MessageFormatElement[] => withNested(parse(text));

export type Argument = Exclude<MessageFormatElement, { type: TYPE.literal | TYPE.pound }>;

export const argumentsIn = (elements: readonly MessageFormatElement[]): Argument[] =>
  elements.filter(
    (element): element is Argument => element.type !== TYPE.literal && element.type !== TYPE.pound,
  );

/** The words of a message in order, with all branches and without arguments. */
export const wordsIn = (elements: readonly MessageFormatElement[]): string =>
  elements.map((element) => (element.type === TYPE.literal ? element.value : '')).join(' ');
