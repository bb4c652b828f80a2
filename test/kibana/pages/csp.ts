import type { Settings } from '../settings';

/** Kibana's default policy, and what it only reports. */
export function cspHeaders(settings: Settings): Record<string, string> {
  const evaluation = settings['csp.disableUnsafeEval'] ? '' : " 'unsafe-eval'";
  return {
    'Content-Security-Policy': [
      `script-src 'report-sample' 'self'${evaluation}`,
      "worker-src 'report-sample' 'self' blob:",
      "style-src 'report-sample' 'self' 'unsafe-inline'",
      "object-src 'report-sample' 'none'",
    ].join('; '),
    'Content-Security-Policy-Report-Only': [
      "form-action 'report-sample' 'self'",
      "default-src 'report-sample' 'none'",
      "font-src 'report-sample' 'self'",
      "img-src 'report-sample' 'self' data: tiles.maps.elastic.co",
      "connect-src 'report-sample' 'self' telemetry.elastic.co telemetry-staging.elastic.co",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy':
      'camera=(), display-capture=(), fullscreen=(self), geolocation=(), microphone=(), web-share=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'kbn-name': settings['server.name'],
  };
}
