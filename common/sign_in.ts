import * as z from 'zod/mini';
import * as fields from './fields';

export const cloudSchema = z.enum(['public', 'usGovernment', 'china']);
export type Cloud = z.infer<typeof cloudSchema>;

/** What a person signs in with. The only place where a request carries a secret. */
export const signInSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('device_code'),
    cloud: cloudSchema,
    tenant: z.optional(fields.tenant),
  }),
  z.strictObject({
    kind: z.literal('service_principal'),
    cloud: cloudSchema,
    tenant: fields.tenant,
    clientId: fields.guid,
    clientSecret: z.string().check(z.minLength(1), z.maxLength(1_024)),
  }),
  z.strictObject({
    kind: z.literal('server_identity'),
    cloud: cloudSchema,
  }),
  z.strictObject({
    kind: z.literal('access_token'),
    cloud: cloudSchema,
    accessToken: z.string().check(z.minLength(1), z.maxLength(24_576)),
  }),
]);
export type SignIn = z.infer<typeof signInSchema>;
export type SignInKind = SignIn['kind'];

/** Signed in: the sealed token and what the page shows of it. */
export interface SignedIn {
  status: 'signed_in';
  /** Opaque to the browser; sent along with every call that needs Azure. */
  session: string;
  kind: SignInKind;
  cloud: Cloud;
  tenantId: string;
  /** User principal name, or the application's id. */
  who: string;
  /** ISO 8601. */
  expiresAt: string;
}

/** A device code for the person to type on Microsoft's page. */
export interface DeviceCode {
  status: 'device_code';
  /** Sealed; goes back with every poll. */
  session: string;
  userCode: string;
  verificationUri: string;
  /** ISO 8601. */
  expiresAt: string;
  /** Seconds between two polls. */
  interval: number;
}

/** Not finished at Microsoft yet: poll again after `interval` seconds. */
export interface StillPending {
  status: 'pending';
  interval: number;
}
