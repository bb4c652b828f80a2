/** ASCII only, as in Azure: letters of other alphabets do not fold to ASCII. */
const lowerCase = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * True when a pattern, in which `*` stands for any text, matches the whole of an action. Case is ignored. Custom roles
 * are untrusted input, so the pattern does not become a regular expression: its parts are searched from left to right,
 * in linear time.
 */
export function covers(pattern: string, action: string): boolean {
  const [head = '', ...parts] = lowerCase(pattern).split('*');
  const text = lowerCase(action);
  const tail = parts.pop();
  if (tail === undefined) return head === text;
  if (!text.startsWith(head) || !text.endsWith(tail)) return false;
  const end = text.length - tail.length;
  let from = head.length;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= end;
}
