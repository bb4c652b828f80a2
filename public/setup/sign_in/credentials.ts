import * as v from 'valibot';
import { signInSchema, type Cloud, type SignIn, type SignInKind } from '../../../common/sign_in';
import type { CredentialField } from './credential_text';

/** The entered values of all kinds, so changing the kind loses nothing. Never stored. */
export type Credentials = Record<CredentialField, string>;

export const noCredentials: Credentials = {
  tenant: '',
  clientId: '',
  clientSecret: '',
  accessToken: '',
};

/** The body of a sign-in; undefined while a value is invalid. */
export function signInOf(
  kind: SignInKind,
  cloud: Cloud,
  typed: Credentials,
  claims?: string,
): SignIn | undefined {
  const { tenant, clientId, clientSecret, accessToken } = typed;
  // Only user sign-ins need a second factor.
  const challenge = claims ? { claims } : {};
  const bodies: Record<SignInKind, object> = {
    device_code: { kind, cloud, ...(tenant && { tenant }), ...challenge },
    service_principal: { kind, cloud, tenant, clientId, clientSecret },
    server_identity: { kind, cloud },
    access_token: { kind, cloud, accessToken: accessToken.trim(), ...challenge },
  };
  const parsed = v.safeParse(signInSchema, bodies[kind]);
  return parsed.success ? parsed.output : undefined;
}
