import { isRestError } from '@azure/core-rest-pipeline';
import { hostOf } from '../../../../common/values/host_of';
import { SetupError, type Problem } from '../../../../common/problem';

/** OpenSSL's and Node's codes for an untrusted certificate. */
const distrust: ReadonlySet<string> = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** A request, a redirect or a next page that would leave the cloud's own hosts. */
export const hostRefused = (url: string): SetupError =>
  new SetupError({ code: 'azure_host_refused', detail: { host: hostOf(url) } });

export const isDistrustCode = (code: string | undefined): boolean => distrust.has(code ?? '');

export const isDistrust = (error: unknown): boolean =>
  isRestError(error) && isDistrustCode(error.code);

/** Node's syscalls before a connection is open. */
const beforeConnected: ReadonlySet<unknown> = new Set(['getaddrinfo', 'connect']);

/**
 * The proxy's problem in a failed request; undefined if the proxy was not the cause. The transport reports `PROXY_407`
 * for the proxy's own response; with a proxy, it resolves and connects to the proxy only.
 */
export function proxyProblem(error: unknown, url: string, proxyUrl: string): Problem | undefined {
  if (!isRestError(error)) return undefined;
  const detail = { host: hostOf(url), proxy: hostOf(proxyUrl) };
  const status = Number(/^PROXY_(\d{3})$/.exec(error.code ?? '')?.[1]);
  if (status === 407) return { code: 'proxy_authentication_required', detail };
  if (status < 500) return { code: 'proxy_refused', detail: { ...detail, status } };
  if (!('syscall' in error) || !beforeConnected.has(error.syscall)) return undefined;
  return { code: 'proxy_unreachable', detail: { ...detail, reason: error.code ?? '' } };
}

/** The problem of a request without a response, from the code of a socket error such as `ECONNRESET`. */
export function connectionProblem(error: unknown, url: string): Problem {
  const reason = isRestError(error) ? error.code : undefined;
  const host = hostOf(url);
  return {
    code: isDistrust(error) ? 'azure_untrusted' : 'azure_unreachable',
    detail: { ...(host ? { host } : {}), ...(reason ? { reason } : {}) },
  };
}
