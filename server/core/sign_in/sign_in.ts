import { randomUUID } from 'node:crypto';
import type { HttpClient } from '@azure/core-rest-pipeline';
import * as v from 'valibot';
import { SetupError } from '../../../common/problem';
import { sameText } from '../../../common/values/same_text';
import type { ApplicationAnswer } from '../../../common/routes';
import {
  cloudSchema,
  type Cloud,
  type DeviceCode,
  type SignedIn,
  type SignIn,
  type SignInKind,
  type StillPending,
} from '../../../common/sign_in';
import type { Application } from './application';
import { answersChallenge, principalIdIn, readAccessToken, type TokenFacts } from './access_token';
import { dataToken, serverIdentityToken, servicePrincipalToken } from './credentials';
import { deviceGrantShape, pollDeviceCode, startDeviceCode } from './device_code';
import { hiding, inApplicationFields } from './refusals';
import type { Seal, SealBound } from './seal';

export interface SignInOptions {
  seal: Seal;
  /** See `createTransport`. */
  transport: (cloud: Cloud) => HttpClient;
  deviceCodeClientId: string;
  serverIdentityEnabled: boolean;
  /** Selects one of several identities. */
  serverIdentityClientId?: string;
  /** The only cloud that gets the server's identity. */
  serverIdentityCloud?: Cloud;
  /** Milliseconds. */
  now?: () => number;
}

/** An opened session. It does not outlive its request. */
export interface OpenSession extends TokenFacts {
  /** Random, not secret. */
  id: string;
  cloud: Cloud;
  accessToken: string;
  /** The Kibana server's own identity, which requires a separate privilege. */
  serverIdentity?: true | undefined;
  /** Present after the person has entered one. */
  application?: Application | undefined;
}

/** Exchanges credentials for one short-lived access token, and discards them. */
export interface SignInClient {
  start(signIn: SignIn, bound: SealBound): Promise<SignedIn | DeviceCode>;
  /** `session` is the sealed device code. */
  poll(session: string, bound: SealBound): Promise<SignedIn | StillPending>;
  /** Throws `session_expired` or `session_unreadable`. */
  open(session: string, bound: SealBound): OpenSession;
  /**
   * The same session with the application that Elasticsearch will sign in as. Tests its secret, and throws problems of
   * the fields `applicationId` and `clientSecret`.
   */
  withApplication(
    session: string,
    application: { applicationId: string; clientSecret: string },
    bound: SealBound,
  ): Promise<ApplicationAnswer>;
  /** Tests the application of a session again; throws the same problems if its secret is no longer valid. */
  tryApplication(session: OpenSession): Promise<void>;
}

const sessionShape = v.object({
  id: v.string(),
  cloud: cloudSchema,
  accessToken: v.string(),
  serverIdentity: v.optional(v.literal(true)),
  application: v.optional(
    v.object({ clientId: v.string(), clientSecret: v.string(), principalId: v.string() }),
  ),
});

/** Another version of the plugin can have sealed a different shape. */
function parse<T>(shape: v.GenericSchema<unknown, T>, content: unknown): T {
  const parsed = v.safeParse(shape, content);
  if (!parsed.success) throw new SetupError({ code: 'session_unreadable' });
  return parsed.output;
}

function secretOf(signIn: SignIn): string | undefined {
  if (signIn.kind === 'service_principal') return signIn.clientSecret;
  return signIn.kind === 'access_token' ? signIn.accessToken : undefined;
}

export function createSignIn(options: SignInOptions): SignInClient {
  const { seal, transport, deviceCodeClientId: clientId, now = Date.now } = options;

  function signedIn(
    kind: SignInKind,
    cloud: Cloud,
    accessToken: string,
    bound: SealBound,
  ): SignedIn {
    const { tenantId, who, expiresAt } = readAccessToken(accessToken, cloud, now());
    const own = kind === 'server_identity' ? { serverIdentity: true } : {};
    const session = seal.seal(
      'session',
      { id: randomUUID(), cloud, accessToken, ...own },
      bound,
      expiresAt,
    );
    const until = expiresAt.toISOString();
    return { status: 'signed_in', session, kind, cloud, tenantId, who, expiresAt: until };
  }

  async function withDeviceCode(
    { cloud, tenant, claims }: Extract<SignIn, { kind: 'device_code' }>,
    bound: SealBound,
  ): Promise<DeviceCode> {
    const where = { cloud, clientId, ...(tenant && { tenant }), ...(claims && { claims }) };
    const started = await startDeviceCode(transport(cloud), where);
    const { grant, userCode, verificationUri, expiresInSeconds } = started;
    const expiresAt = new Date(now() + expiresInSeconds * 1_000);
    return {
      status: 'device_code',
      session: seal.seal('device_code', grant, bound, expiresAt),
      userCode,
      verificationUri,
      expiresAt: expiresAt.toISOString(),
      interval: grant.interval,
    };
  }

  async function withServerIdentity(cloud: Cloud): Promise<string> {
    const { serverIdentityEnabled: enabled, serverIdentityCloud: pinned = 'public' } = options;
    if (!enabled) throw new SetupError({ code: 'server_identity_disabled' });
    if (cloud !== pinned) {
      throw new SetupError({ code: 'server_identity_wrong_cloud', field: 'cloud' });
    }
    return serverIdentityToken(cloud, transport(cloud), options.serverIdentityClientId);
  }

  /** Rejects a pasted token without the second factor, which Azure would refuse again. */
  function withAccessToken(
    { kind, cloud, accessToken, claims }: Extract<SignIn, { kind: 'access_token' }>,
    bound: SealBound,
  ): SignedIn {
    const answer = signedIn(kind, cloud, accessToken.trim(), bound);
    if (!claims || answersChallenge(accessToken.trim(), claims)) return answer;
    throw new SetupError({
      code: 'sign_in_claims_required',
      field: 'accessToken',
      detail: { claims, tenant: answer.tenantId },
    });
  }

  async function startWith(signIn: SignIn, bound: SealBound): Promise<SignedIn | DeviceCode> {
    const { kind, cloud, claims } = signIn;
    const needsPerson = kind === 'service_principal' || kind === 'server_identity';
    if (claims && needsPerson) throw new SetupError({ code: 'sign_in_claims_unsupported' });
    switch (signIn.kind) {
      case 'device_code':
        return withDeviceCode(signIn, bound);
      case 'service_principal': {
        const token = await servicePrincipalToken(signIn, transport(cloud));
        return signedIn(kind, cloud, token, bound);
      }
      case 'server_identity':
        return signedIn(kind, cloud, await withServerIdentity(cloud), bound);
      case 'access_token':
        return withAccessToken(signIn, bound);
    }
  }

  const applicationToken = (
    { cloud, tenantId: tenant }: Pick<OpenSession, 'cloud' | 'tenantId'>,
    { clientId: id, clientSecret }: Pick<Application, 'clientId' | 'clientSecret'>,
  ) =>
    hiding(clientSecret, () =>
      inApplicationFields(() =>
        dataToken({ cloud, tenant, clientId: id, clientSecret }, transport(cloud)),
      ),
    );

  const content = (session: string, bound: SealBound) =>
    parse(sessionShape, seal.open('session', session, bound));

  function open(session: string, bound: SealBound): OpenSession {
    const opened = content(session, bound);
    const { cloud, accessToken, serverIdentity } = opened;
    // If it was disabled since, existing sessions are invalid, too.
    if (serverIdentity && !options.serverIdentityEnabled) {
      throw new SetupError({ code: 'server_identity_disabled' });
    }
    // The minimum lifetime was checked before; the seal checks the expiry.
    return { ...opened, ...readAccessToken(accessToken, cloud, 0) };
  }

  return {
    open,

    async withApplication(session, { applicationId: clientId, clientSecret }, bound) {
      const opened = open(session, bound);
      const { tenantId, expiresAt, principal, who } = opened;
      const isSignIn = (isSame: boolean) => {
        // Otherwise, Elasticsearch would store credentials that can change the subscription.
        if (isSame)
          throw new SetupError({ code: 'application_is_sign_in', field: 'applicationId' });
      };
      isSignIn(sameText(who, clientId));
      const token = await applicationToken(opened, { clientId, clientSecret });
      const principalId = principalIdIn(token, tenantId);
      isSignIn(sameText(principal?.id, principalId));
      const application: Application = { clientId, clientSecret, principalId };
      const sealed = { ...content(session, bound), application };
      return { session: seal.seal('session', sealed, bound, expiresAt) };
    },

    async tryApplication(session) {
      if (session.application) await applicationToken(session, session.application);
    },

    start: (signIn, bound) => hiding(secretOf(signIn), () => startWith(signIn, bound)),

    async poll(session, bound) {
      const grant = parse(deviceGrantShape, seal.open('device_code', session, bound));
      const answer = await hiding(grant.deviceCode, () =>
        pollDeviceCode(transport(grant.cloud), grant, clientId),
      );
      if ('status' in answer) return answer;
      return signedIn('device_code', grant.cloud, answer.accessToken, bound);
    },
  };
}
