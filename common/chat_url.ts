/**
 * Version of the data-plane API in the connector's URL: the last dated one; newer models need it for
 * `stream_options` and `reasoning_effort`, which Kibana sends.
 */
export const dataApiVersion = '2025-04-01-preview';

/**
 * The deployment's chat completions URL, built from the account's own OpenAI endpoint, in the form that
 * Kibana's connector recognises.
 */
export function chatUrl(endpoint: string, deploymentName: string): string {
  const url = new URL(endpoint);
  const base = url.pathname.replace(/\/+$/, '');
  url.pathname = `${base}/openai/deployments/${encodeURIComponent(deploymentName)}/chat/completions`;
  url.search = `?api-version=${dataApiVersion}`;
  return url.toString();
}
