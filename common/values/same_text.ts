/** Compares names and ids as Azure does, ignoring case. `undefined` equals an empty text. */
export const sameText = (one = '', other = ''): boolean =>
  one.toLowerCase() === other.toLowerCase();
