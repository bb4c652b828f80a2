/** Values of the `:names` in a pattern. */
export type PathParams = ReadonlyMap<string, string>;

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/**
 * Matches a path against a pattern like `/subscriptions/:subscription/locations`. Fixed segments are
 * compared without regard to case, as ARM does; values keep the case they were sent in.
 */
export function matchPath(pattern: string, path: string): PathParams | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/(?<=.)\/+$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, want] of wanted.entries()) {
    const segment = given[index] ?? '';
    if (want.startsWith(':')) {
      if (segment === '') return undefined;
      params.set(want.slice(1), decoded(segment));
    } else if (want.toLowerCase() !== segment.toLowerCase()) {
      return undefined;
    }
  }
  return params;
}

export const param = (params: PathParams, name: string): string => params.get(name) ?? '';
