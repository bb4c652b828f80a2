import * as v from 'valibot';
import * as fields from './fields';

export const cloudSchema = v.picklist(['public', 'usGovernment', 'china']);
export type Cloud = v.InferOutput<typeof cloudSchema>;

/** Requires a sign-in with a second factor: the claims of Microsoft's challenge (Azure/azure-cli#31856). */
export const secondFactorClaims = '{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}';

const claims = v.optional(fields.claims);

/** Characters of an access token; with many group claims they have 16,000. */
export const longestToken = 24_576;

export const clientSecret = v.pipe(v.string(), v.minLength(1), v.maxLength(1_024));

/** The credentials of a sign-in. `claims` answers a claims challenge. */
export const signInSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('device_code'),
    cloud: cloudSchema,
    tenant: v.optional(fields.tenant),
    claims,
  }),
  v.strictObject({
    kind: v.literal('service_principal'),
    cloud: cloudSchema,
    tenant: fields.tenant,
    clientId: fields.guid,
    clientSecret,
    claims,
  }),
  v.strictObject({
    kind: v.literal('server_identity'),
    cloud: cloudSchema,
    claims,
  }),
  v.strictObject({
    kind: v.literal('access_token'),
    cloud: cloudSchema,
    accessToken: v.pipe(v.string(), v.minLength(1), v.maxLength(longestToken)),
    claims,
  }),
]);
export type SignIn = v.InferOutput<typeof signInSchema>;
export const signInKinds = signInSchema.options.map(({ entries }) => entries.kind.literal);
export type SignInKind = SignIn['kind'];
type KeyOf<Kind> = Kind extends unknown ? keyof Kind : never;
export type SignInField = KeyOf<SignIn>;

/** A session: the sealed token and the facts that the page shows. */
export interface SignedIn {
  status: 'signed_in';
  /** Opaque to the browser; sent with every call that needs Azure. */
  session: string;
  kind: SignInKind;
  cloud: Cloud;
  tenantId: string;
  /** User principal name, or the application's id. */
  who: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** A device code for the person to enter on Microsoft's page. */
export interface DeviceCode {
  status: 'device_code';
  /** Sealed; sent with every poll. */
  session: string;
  userCode: string;
  verificationUri: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Seconds between two polls. */
  interval: number;
}

/** The person has not finished signing in: poll again after `interval` seconds. */
export interface StillPending {
  status: 'pending';
  interval: number;
}
