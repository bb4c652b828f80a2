/** Compares as Azure compares names and ids: without regard to case. An absent text equals an empty one. */
export const sameText = (one = '', other = ''): boolean =>
  one.toLowerCase() === other.toLowerCase();
