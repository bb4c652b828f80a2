import * as v from 'valibot';
import { cloudSchema, signInKinds, type SignedIn, type SignIn } from '../../../common/sign_in';

/** The parameters of the last sign-in, without secrets. */
export const waySchema = v.object({
  kind: v.picklist(signInKinds),
  cloud: cloudSchema,
  tenant: v.optional(v.string()),
  /** Application id of a service principal. */
  clientId: v.optional(v.string()),
});
export type SignInWay = v.InferOutput<typeof waySchema>;

/** The parameters of a pending device code sign-in, which has no session yet. */
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
