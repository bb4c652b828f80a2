type Directives = Record<string, string[]>;

const sample = "'report-sample'";
const self = "'self'";

/** Kibana 9.4's enforced policy, without `csp.*` settings. */
const enforced: Directives = {
  'script-src': [sample, self],
  'worker-src': [sample, self, 'blob:'],
  'style-src': [sample, self, "'unsafe-inline'"],
  'object-src': [sample, "'none'"],
  'form-action': [sample, self],
  'frame-src': [
    sample,
    self,
    ...['kibana.estccdn.com', 'play.vidyard.com', 'videos.elastic.co', 'ela.st'],
  ],
};

/** Kibana's report-only policy: no sources other than these. */
const tried: Directives = {
  'default-src': [sample, "'none'"],
  'font-src': [sample, self],
  'img-src': [sample, self, 'data:', 'tiles.maps.elastic.co'],
  'connect-src': [
    sample,
    self,
    ...['telemetry.elastic.co', 'telemetry-staging.elastic.co', 'feeds.elastic.co'],
    ...['tiles.maps.elastic.co', 'vector.maps.elastic.co'],
  ],
};

/** `default-src` is the fallback for every other `-src`, so the enforced ones are repeated. */
const reported: Directives = {
  ...tried,
  ...Object.fromEntries(Object.entries(enforced).filter(([name]) => name.endsWith('-src'))),
};

const header = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');

/** Kibana's default security headers. */
export const cspHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': header(enforced),
  'Content-Security-Policy-Report-Only': header(reported),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  // Chromium on Linux has no `web-share` and says so in its console, here as with a real Kibana.
  'Permissions-Policy':
    'camera=(), display-capture=(), fullscreen=(self), geolocation=(), microphone=(), web-share=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'kbn-name': 'kibana',
};
