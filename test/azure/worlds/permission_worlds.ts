import { at, ids, onSubscription } from './people';
import { aSubscription, aWorld, teamResources, withRoles } from './resources';
import type { WorldState } from './world';

const teamGroup = `/subscriptions/${ids.main}/resourceGroups/rg-team`;

/** Worlds in which the signed-in person may not do everything. */
export const permissionWorlds = {
  reader_only: () =>
    withRoles(
      'The signed-in person may read everything in the subscription and change nothing.',
      [onSubscription(ids.main, 'Reader')],
      teamResources(),
    ),
  group_contributor: () =>
    withRoles(
      'Contributor of the resource group rg-team only: no right at the subscription itself.',
      [at(teamGroup, 'Contributor')],
      teamResources(),
    ),
  group_contributor_reader: () =>
    withRoles(
      'Reader of the subscription and Contributor of the resource group rg-team.',
      [onSubscription(ids.main, 'Reader'), at(teamGroup, 'Contributor')],
      teamResources(),
    ),
  account_contributor: () =>
    withRoles(
      'Reader of the subscription and Cognitive Services Contributor of the account team-openai.',
      [
        onSubscription(ids.main, 'Reader'),
        at(
          `${teamGroup}/providers/Microsoft.CognitiveServices/accounts/team-openai`,
          'Cognitive Services Contributor',
        ),
      ],
      teamResources(),
    ),
  cognitive_contributor: () =>
    withRoles(
      'Cognitive Services Contributor of the subscription: everything but resource groups.',
      [onSubscription(ids.main, 'Cognitive Services Contributor')],
      teamResources(),
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
  cannot_create_groups: () =>
    withRoles(
      'Contributor of the subscription by a custom role that makes no resource groups.',
      [onSubscription(ids.main, 'Contributor without groups')],
      teamResources(),
    ),
  cannot_create_accounts: () =>
    withRoles(
      'Contributor of the subscription by a custom role that makes no accounts.',
      [onSubscription(ids.main, 'Contributor without accounts')],
      teamResources(),
    ),
  cannot_create_deployments: () =>
    withRoles(
      'Contributor of the subscription by a custom role that makes no deployments.',
      [onSubscription(ids.main, 'Contributor without deployments')],
      teamResources(),
    ),
  cannot_list_keys: () =>
    withRoles(
      'Contributor of the subscription by a custom role that sees no API keys.',
      [onSubscription(ids.main, 'Contributor without keys')],
      teamResources(),
    ),
  policies_unreadable: () =>
    withRoles(
      'Contributor of the subscription by a custom role that may not ask what policies would do.',
      [onSubscription(ids.main, 'Contributor without policies')],
      teamResources(),
    ),
  unregistered_provider_no_right: () =>
    withRoles(
      'The resource provider is not registered and the custom role may not register it.',
      [onSubscription(ids.main, 'Contributor without registration')],
      { subscriptions: [aSubscription({ registration: { state: 'NotRegistered' } })] },
    ),
} as const satisfies Record<string, () => WorldState>;
