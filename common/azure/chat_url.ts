/**
 * Version of the data-plane API in the target's URL: the latest dated version. Newer models need it for
 * `stream_options` and `reasoning_effort`, which Kibana sends.
 */
const dataApiVersion = '2025-04-01-preview';

/** A regular expression for trailing slashes takes quadratic time. */
function withoutSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/**
 * The deployment's chat completions URL, built from the account's own OpenAI endpoint, in the form that
 * Kibana's connector recognizes.
 */
export function chatUrl(endpoint: string, deploymentName: string): string {
  const url = new URL(endpoint);
  url.pathname = `${withoutSlashes(url.pathname)}/openai/deployments/${encodeURIComponent(deploymentName)}/chat/completions`;
  url.search = `?api-version=${dataApiVersion}`;
  return url.toString();
}
