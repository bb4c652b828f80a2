/** Jest's asymmetric matchers are typed `any`; these say what they stand for. */
export const anObject = (part: object): unknown => expect.objectContaining(part);
export const aText = (like: RegExp | string): unknown =>
  typeof like === 'string' ? expect.stringContaining(like) : expect.stringMatching(like);
