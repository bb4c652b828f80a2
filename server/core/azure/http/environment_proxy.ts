/** True if an entry of NO_PROXY matches the host: exactly, or as a parent domain. */
function covers(entry: string, { hostname, port }: URL): boolean {
  const [name = '', entryPort] = entry.split(':');
  if (entryPort && entryPort !== (port || '443')) return false;
  if (name === '*') return true;
  const domain = name.replace(/^\*?\./, '');
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

/** The proxy of the standard variables for an https URL; lowercase takes precedence, as in curl. */
export function environmentProxy(
  url: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const read = (name: string) => env[name.toLowerCase()] || env[name] || undefined;
  const proxy = read('HTTPS_PROXY') ?? read('ALL_PROXY');
  const exceptions = (read('NO_PROXY') ?? '').toLowerCase().split(/[\s,]+/);
  const target = new URL(url);
  if (!proxy || exceptions.some((entry) => entry !== '' && covers(entry, target))) return undefined;
  return proxy.includes('://') ? proxy : `http://${proxy}`;
}
