import * as v from 'valibot';
import { cloudSchema, signInKinds, type SignedIn, type SignIn } from '../../../common/sign_in';

/** What the next sign-in repeats. Nothing of it is secret. */
export const waySchema = v.object({
  kind: v.picklist(signInKinds),
  cloud: cloudSchema,
  tenant: v.optional(v.string()),
  /** Of a service principal. */
  clientId: v.optional(v.string()),
});
export type SignInWay = v.InferOutput<typeof waySchema>;

/** The way of a sign-in that waits for a code to be entered: it can expire before a session exists. */
export const wayOfSignIn = (body: SignIn): SignInWay => ({
  kind: body.kind,
  cloud: body.cloud,
  ...('tenant' in body && body.tenant && { tenant: body.tenant }),
  ...('clientId' in body && { clientId: body.clientId }),
});

export const wayOf = ({ kind, cloud, tenantId, who }: SignedIn): SignInWay => ({
  kind,
  cloud,
  tenant: tenantId,
  ...(kind === 'service_principal' && { clientId: who }),
});
