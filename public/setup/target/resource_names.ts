/** The maximum length of `customSubDomainName`. */
const longest = 63;

/** Derives an endpoint name from a resource name; the result can still be too short. */
export const fitSubdomain = (accountName: string): string =>
  accountName
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
