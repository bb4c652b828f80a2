import * as v from 'valibot';
import * as fields from '../../../common/fields';

/**
 * The claims of a `WWW-Authenticate` header with `error="insufficient_claims"`, decoded: JSON as in
 * `fields.claims`; undefined if there is no challenge, or none that a sign-in can satisfy.
 */
export function claimsIn(header: string | undefined): string | undefined {
  if (!header || !/\berror="insufficient_claims"/i.test(header)) return undefined;
  const encoded = /\bclaims="([\w+/=-]{1,4096})"/i.exec(header)?.[1];
  const decoded = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  return v.is(fields.claims, decoded) ? decoded : undefined;
}
