/** The longest that fits the rule of `customSubDomainName`. */
const longest = 63;

/** A resource's name made to fit the rule for endpoint names; may be too short still. */
export const fitSubdomain = (accountName: string): string =>
  accountName
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
