/** Control and formatting characters: line breaks can forge lines, bidirectional ones can reverse text. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** An external text on one line, with at most `maximum` characters. */
export const printable = (text: string, maximum: number): string =>
  text.slice(0, maximum).replace(invisible, ' ').trim();
