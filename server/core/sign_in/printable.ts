/** Control and formatting characters: line breaks forge lines, and bidirectional ones turn a text around. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** An outside text as one line of at most `maximum` characters. */
export const printable = (text: string, maximum: number): string =>
  text.slice(0, maximum).replace(invisible, ' ').trim();
