import { secondFactorClaims, type SignIn } from '../../../common/sign_in';
import {
  credentials,
  decideDeviceGrant,
  ids,
  makeAccessToken,
  readAccessToken,
} from '../../../test/azure';
import { aSignIn, bound } from '../../../test/support/builders/a_sign_in';
import { problemOf } from '../../../test/support/adapter_stage';
import { useSimulatedAzure } from '../../../test/support/simulated_azure';

const claims = secondFactorClaims;

const simulator = useSimulatedAzure();

const client = () => aSignIn({ transport: simulator().transport, serverIdentityEnabled: true });

/** Signs in with a device code and answers the open session. */
async function byDeviceCode(user: string, challenge?: string) {
  const signIn = client();
  const start: SignIn = {
    kind: 'device_code',
    cloud: 'public',
    tenant: ids.contoso,
    ...(challenge && { claims: challenge }),
  };
  const code = await signIn.start(start, bound);
  if (code.status !== 'device_code') throw new Error('no device code');
  decideDeviceGrant(simulator().state, { userCode: code.userCode, decision: 'accept', user });
  const answer = await signIn.poll(code.session, bound);
  if (answer.status !== 'signed_in') throw new Error('not signed in');
  return signIn.open(answer.session, bound);
}

const { user } = credentials.singleFactor;

/** The token that the Azure CLI would print for this person. */
const pasted = (acrs: readonly string[]): string => {
  const principal = simulator().state.world.users.find(({ upn }) => upn === user);
  if (!principal) throw new Error('no user of that name');
  const now = Date.now();
  return makeAccessToken({
    ...{ principal, tenantId: ids.contoso, audience: 'https://management.azure.com', acrs },
    ...{ clientId: ids.azureCli, issuedAt: now, expiresAt: now + 3_600_000 },
  });
};

describe('a device code', () => {
  it('shows that a sign-in had no second factor', async () => {
    const opened = await byDeviceCode(user);
    expect(opened.secondFactor).toBe('absent');
    expect(readAccessToken(opened.accessToken)?.acrs).toBeUndefined();
  });

  it('sends a claims challenge in both requests, so that Entra ID asks for the second factor', async () => {
    const opened = await byDeviceCode(user, claims);
    expect(opened.secondFactor).toBeUndefined();
    expect(readAccessToken(opened.accessToken)?.acrs).toEqual(['p1']);
  });

  it('tells nothing about a sign-in with a second factor', async () => {
    expect((await byDeviceCode('ada@contoso.com')).secondFactor).toBeUndefined();
  });
});

describe('another kind of sign-in', () => {
  it.each<SignIn>([
    { kind: 'service_principal', cloud: 'public', ...credentials.good, claims },
    { kind: 'server_identity', cloud: 'public', claims },
  ])('$kind refuses a claims challenge, because no person is there to answer it', async (body) => {
    expect(await problemOf(client().start(body, bound))).toEqual({
      code: 'sign_in_claims_unsupported',
    });
  });

  it('access_token refuses a token that does not answer the challenge, and takes one that does', async () => {
    const paste = (accessToken: string): SignIn => ({
      ...{ kind: 'access_token', cloud: 'public', accessToken, claims },
    });
    expect(await problemOf(client().start(paste(pasted([])), bound))).toEqual({
      code: 'sign_in_claims_required',
      field: 'accessToken',
      detail: { claims, tenant: ids.contoso },
    });
    expect(await client().start(paste(pasted(['p1'])), bound)).toMatchObject({
      status: 'signed_in',
    });
  });
});
