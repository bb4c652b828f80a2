import type { SetupRequest } from '../setup_request';

/**
 * Base URL of a resource with this endpoint name. `suffix` is that of the cloud, unknown until the options are loaded.
 */
export const endpointUrl = (subdomain: string, suffix: string | undefined): string =>
  suffix ? `https://${subdomain}.${suffix}` : `https://${subdomain}`;

/** Base URL of the OpenAI API: the existing account's own, or the one that a new account gets. */
export const endpointOf = (
  { customSubDomainName }: Pick<SetupRequest, 'customSubDomainName'>,
  suffix: string | undefined,
  account?: { openAiEndpoint?: string },
): string | undefined =>
  account?.openAiEndpoint ??
  (customSubDomainName ? endpointUrl(customSubDomainName, suffix) : undefined);
