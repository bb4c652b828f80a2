import { inTeam, team, type Expected, type Found } from './expected';
import type { permissionWorlds } from '../azure';

const right = 'permissions fail authorization_failed';

const noName = 'name_free unverified subdomain_unverified';

const noProvider = 'provider_registered unverified provider_unreadable';

/** Quota is read at the subscription only; models are known through the account in the group. */
const noQuota = 'quota unverified quota_unreadable';

const unreadableSubscription: Found[] = [
  'region unverified regions_unreadable',
  'resource_group unverified locks_unreadable',
  'account unverified quota_unreadable',
  noName,
  'policy unverified policies_unreadable',
  'network unverified azure_error',
  'endpoint_reach unverified azure_error',
  'model_offered unverified model_unverified',
  'model_lifecycle unverified model_unverified',
  noQuota,
  'resource_group conflict authorization_failed',
  'account conflict authorization_failed',
  'model_deployment conflict authorization_failed',
];

type PermissionWorld = Exclude<keyof typeof permissionWorlds, 'unregistered_provider_no_right'>;

/** Worlds in which the signed-in user lacks permissions. */
export const expectedPermissions: Record<PermissionWorld, readonly Expected[]> = {
  reader_only: [
    { found: [right, right, right, right, noName] },
    { request: inTeam, found: [right, right, right, noName] },
    { request: team, found: [right, right] },
  ],
  group_contributor: [
    {
      found: [
        'allowed_host unverified azure_error',
        'offer unverified regions_unreadable',
        noProvider,
        `${right}: use_resource_group`,
        `${right}: use_existing_account`,
        right,
        right,
        ...unreadableSubscription,
      ],
    },
    {
      request: inTeam,
      found: [
        'offer unverified regions_unreadable',
        noProvider,
        'region unverified regions_unreadable',
        'account unverified quota_unreadable',
        noName,
        noQuota,
      ],
    },
    { request: team, found: [noQuota] },
  ],
  group_contributor_reader: [
    {
      found: [
        `${right}: use_resource_group`,
        `${right}: use_existing_account`,
        right,
        right,
        noName,
      ],
    },
    { request: inTeam, found: [noName] },
    { request: team, found: [] },
  ],
  account_contributor: [
    { found: [right, `${right}: use_existing_account`, right, right, noName] },
    { request: team, found: [] },
  ],
  cognitive_contributor: [
    {
      found: [noProvider, `${right}: use_resource_group`, 'policy unverified policies_unreadable'],
    },
    { request: inTeam, found: [noProvider, 'policy unverified policies_unreadable'] },
  ],
  no_subscription: [
    {
      found: [
        'allowed_host unverified azure_error',
        'subscription fail subscription_not_found',
        'offer unverified regions_unreadable',
        noProvider,
        'permissions unverified permissions_unreadable',
        ...unreadableSubscription,
      ],
    },
  ],
  cannot_create_groups: [
    { found: [`${right}: use_resource_group`] },
    { request: inTeam, found: [] },
  ],
  cannot_create_accounts: [
    { found: [`${right}: use_existing_account`] },
    { request: team, found: [] },
  ],
  cannot_create_deployments: [{ found: [right] }, { request: team, found: [right] }],
  cannot_list_keys: [{ found: [right] }, { request: team, found: [right] }],
  // The application of this table is not a person: Azure asks it for no second factor.
  second_factor_for_writes: [{ found: [] }],
  policies_unreadable: [{ found: ['policy unverified policies_unreadable'] }],
};
