/** The longest that fits the rule of `customSubDomainName`. */
const longest = 63;

/** A resource's name, changed to keep the rule for endpoint names; the result can still be too short. */
export const fitSubdomain = (accountName: string): string =>
  accountName
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
