import { at, ids, onSubscription } from './people';
import { aSubscription, aWorld, teamResources, withRoles } from './resources';
import type { WorldState } from './world';

const teamGroup = `/subscriptions/${ids.main}/resourceGroups/rg-team`;

const inTeam = (description: string, ...roles: ReturnType<typeof at>[]) =>
  withRoles(description, roles, teamResources());
const custom = (limit: string, role: Parameters<typeof onSubscription>[1]) =>
  inTeam(
    `Contributor of the subscription by a custom role that ${limit}.`,
    onSubscription(ids.main, role),
  );

/** Worlds in which the signed-in user lacks permissions. */
export const permissionWorlds = {
  reader_only: () =>
    inTeam(
      'The signed-in person can read everything in the subscription and change nothing.',
      onSubscription(ids.main, 'Reader'),
    ),
  group_contributor: () =>
    inTeam(
      'Contributor of the resource group rg-team only, with no role in the subscription itself.',
      at(teamGroup, 'Contributor'),
    ),
  group_contributor_reader: () =>
    inTeam(
      'Reader of the subscription and Contributor of the resource group rg-team.',
      onSubscription(ids.main, 'Reader'),
      at(teamGroup, 'Contributor'),
    ),
  account_contributor: () =>
    inTeam(
      'Reader of the subscription and Cognitive Services Contributor of the account team-openai.',
      onSubscription(ids.main, 'Reader'),
      at(
        `${teamGroup}/providers/Microsoft.CognitiveServices/accounts/team-openai`,
        'Cognitive Services Contributor',
      ),
    ),
  cognitive_contributor: () =>
    inTeam(
      'Cognitive Services Contributor of the subscription: everything but resource groups.',
      onSubscription(ids.main, 'Cognitive Services Contributor'),
    ),
  second_factor_for_writes: () => {
    const world = aWorld(
      'Ada signs in with a password alone: she can read everything, and write nothing.',
    );
    const users = world.users.map((user) =>
      user.upn === 'ada@contoso.com' ? { ...user, secondFactor: 'on_challenge' as const } : user,
    );
    return { ...world, users };
  },
  no_subscription: () =>
    withRoles('Signing in works, but no user has a role in any subscription.', []),
  cannot_create_groups: () => custom('cannot create resource groups', 'Contributor without groups'),
  cannot_create_accounts: () => custom('cannot create accounts', 'Contributor without accounts'),
  cannot_create_deployments: () =>
    custom('cannot create deployments', 'Contributor without deployments'),
  cannot_list_keys: () => custom('cannot read API keys', 'Contributor without keys'),
  policies_unreadable: () =>
    custom('cannot read the effects of policies', 'Contributor without policies'),
  unregistered_provider_no_right: () =>
    withRoles(
      'The resource provider is not registered, and the custom role cannot register it.',
      [onSubscription(ids.main, 'Contributor without registration')],
      { subscriptions: [aSubscription({ registration: { state: 'NotRegistered' } })] },
    ),
} as const satisfies Record<string, () => WorldState>;
