import { secretMarker } from './keys';
import type { RoleName } from './roles';
import type { RoleAssignment, SimApp, SimTenant, SimUser } from './world';

/** Fixed ids. */
export const ids = {
  contoso: '11111111-1111-4111-8111-111111111111',
  fabrikam: '22222222-2222-4222-8222-222222222222',
  government: '33333333-3333-4333-8333-333333333333',
  china: '44444444-4444-4444-8444-444444444444',
  main: 'aaaaaaaa-0000-4000-8000-000000000001',
  disabled: 'aaaaaaaa-0000-4000-8000-000000000002',
  trial: 'aaaaaaaa-0000-4000-8000-000000000003',
  guest: 'bbbbbbbb-0000-4000-8000-000000000001',
  azureCli: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
} as const;

export const tenants: Record<'contoso' | 'fabrikam' | 'government' | 'china', SimTenant> = {
  contoso: {
    tenantId: ids.contoso,
    cloud: 'public',
    displayName: 'Contoso',
    domains: ['contoso.onmicrosoft.com', 'contoso.com'],
  },
  fabrikam: {
    tenantId: ids.fabrikam,
    cloud: 'public',
    displayName: 'Fabrikam',
    domains: ['fabrikam.onmicrosoft.com'],
  },
  government: {
    tenantId: ids.government,
    cloud: 'usGovernment',
    displayName: 'Agency',
    domains: ['agency.onmicrosoft.us'],
  },
  china: {
    tenantId: ids.china,
    cloud: 'china',
    displayName: 'Contoso China',
    domains: ['contoso.partner.onmschina.cn'],
  },
};

export const at = (scope: string, role: RoleName): RoleAssignment => ({ scope, role });
export const onSubscription = (id: string, role: RoleName = 'Contributor'): RoleAssignment =>
  at(`/subscriptions/${id}`, role);

const secret = (name: string) => `${secretMarker}-${name}~8Q2vKq7dYx`;

/** Credentials, one entry for each outcome of a sign-in. They exist in every world. */
export const credentials = {
  good: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000001',
    clientSecret: secret('good'),
  },
  wrongSecret: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000001',
    clientSecret: secret('wrong'),
  },
  expiredSecret: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000002',
    clientSecret: secret('expired'),
  },
  unknownApp: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-00000000ffff',
    clientSecret: secret('unknown-app'),
  },
  unknownTenant: {
    tenant: '99999999-9999-4999-8999-999999999999',
    clientId: 'c0000000-0000-4000-8000-000000000001',
    clientSecret: secret('good'),
  },
  malformedTenant: {
    tenant: 'not-a-tenant',
    clientId: 'c0000000-0000-4000-8000-000000000001',
    clientSecret: secret('good'),
  },
  otherCloudTenant: {
    tenant: ids.government,
    clientId: 'c0000000-0000-4000-8000-000000000001',
    clientSecret: secret('good'),
  },
  consentMissing: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000003',
    user: 'ada@contoso.com',
  },
  publicClientDisabled: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000004',
    user: 'ada@contoso.com',
  },
  /** An application that has no role yet, for Elasticsearch to sign in as. */
  inference: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000005',
    clientSecret: secret('inference'),
  },
  /** An application of another directory. */
  elsewhere: {
    tenant: ids.contoso,
    clientId: 'c0000000-0000-4000-8000-000000000006',
    clientSecret: secret('elsewhere'),
  },
  /** Device code with Microsoft's own public client, by user. */
  deviceCode: { tenant: ids.contoso, clientId: ids.azureCli, user: 'ada@contoso.com' },
  mfaRequired: { tenant: ids.contoso, clientId: ids.azureCli, user: 'mona@contoso.com' },
  conditionalAccess: { tenant: ids.contoso, clientId: ids.azureCli, user: 'blocked@contoso.com' },
  /** Gets a token at once; the first write asks for a second factor. */
  singleFactor: { tenant: ids.contoso, clientId: ids.azureCli, user: 'sam@contoso.com' },
  blockedInBrowser: { tenant: ids.contoso, clientId: ids.azureCli, user: 'bea@contoso.com' },
  wrongAccount: {
    tenant: ids.contoso,
    clientId: ids.azureCli,
    user: 'fred@fabrikam.onmicrosoft.com',
  },
} as const;

const user = (
  name: string,
  upn: string,
  number: number,
  rest: Partial<SimUser> & Pick<SimUser, 'assignments'>,
): SimUser => ({
  kind: 'user',
  displayName: name,
  upn,
  oid: `d0000000-0000-4000-8000-00000000000${number}`,
  tenantIds: [ids.contoso],
  ...rest,
  assignments: [...rest.assignments],
});

/** The people who can sign in with a device code; the first one has the world's main roles. */
export const people = (assignments: RoleAssignment[], guest: RoleAssignment[] = []): SimUser[] => [
  user('Ada Admin', 'ada@contoso.com', 1, {
    assignments: [...assignments, ...guest],
    tenantIds: guest.length > 0 ? [ids.contoso, ids.fabrikam] : [ids.contoso],
  }),
  user('Nora No-Role', 'nora@contoso.com', 2, { assignments: [] }),
  user('Mona Must-MFA', 'mona@contoso.com', 3, { assignments, refusal: 50076 }),
  user('Ben Blocked', 'blocked@contoso.com', 4, { assignments, refusal: 53003 }),
  user('Fred Fabrikam', 'fred@fabrikam.onmicrosoft.com', 5, {
    assignments: guest,
    tenantIds: [ids.fabrikam],
  }),
  user('Sam Single-Factor', 'sam@contoso.com', 6, { assignments, secondFactor: 'on_challenge' }),
  user('Bea Blocked', 'bea@contoso.com', 7, { assignments, blockedInBrowser: true }),
];

const app = (
  clientId: string,
  displayName: string,
  rest: Partial<SimApp> & Pick<SimApp, 'assignments'>,
): SimApp => ({
  kind: 'app',
  clientId,
  displayName,
  oid: `e${clientId.slice(1)}`,
  tenantIds: [ids.contoso],
  secrets: [],
  publicClient: true,
  ...rest,
  assignments: [...rest.assignments],
});

export const apps = (
  assignments: RoleAssignment[],
  tenantIds: readonly string[] = [ids.contoso],
): SimApp[] => [
  app(credentials.good.clientId, 'kibana-setup', {
    assignments,
    tenantIds,
    secrets: [{ value: credentials.good.clientSecret }],
  }),
  app(credentials.expiredSecret.clientId, 'kibana-old', {
    assignments,
    secrets: [{ value: credentials.expiredSecret.clientSecret, expired: true }],
  }),
  app(credentials.consentMissing.clientId, 'kibana-unconsented', {
    assignments: [],
    consentMissing: true,
  }),
  app(credentials.publicClientDisabled.clientId, 'kibana-confidential', {
    assignments: [],
    publicClient: false,
  }),
  app(credentials.inference.clientId, 'elasticsearch-inference', {
    assignments: [],
    tenantIds,
    secrets: [{ value: credentials.inference.clientSecret }],
  }),
  app(credentials.elsewhere.clientId, 'fabrikam-inference', {
    assignments: [],
    tenantIds: [ids.fabrikam],
    secrets: [{ value: credentials.elsewhere.clientSecret }],
  }),
  app(ids.azureCli, 'Microsoft Azure CLI', { assignments: [], everywhere: true }),
];
