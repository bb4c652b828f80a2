import { at, credentials, ids, onSubscription } from './people';
import { aSubscription, anAccount, aWorld, teamResources, withRoles } from './resources';
import type { RoleAssignment, WorldState } from './world';

const owner = [onSubscription(ids.main, 'Owner')];
const teamAccount = `/subscriptions/${ids.main}/resourceGroups/rg-team/providers/Microsoft.CognitiveServices/accounts/team-openai`;

/** The same world, in which the application for Elasticsearch has these roles. */
const withInference = (world: WorldState, assignments: RoleAssignment[]): WorldState => ({
  ...world,
  apps: world.apps.map((app) =>
    app.clientId === credentials.inference.clientId ? { ...app, assignments } : app,
  ),
});

const withoutKeys = (): Partial<WorldState> => {
  const { groups } = teamResources();
  return { groups, accounts: [anAccount('team-openai', 'rg-team', { disableLocalAuth: true })] };
};

/** Worlds about accounts without keys. */
export const keylessWorlds = {
  owner: () => withRoles('The signed-in person owns the subscription and can assign roles.', owner),
  role_administrator: () =>
    withRoles('Contributor of the subscription who can also assign roles.', [
      onSubscription(ids.main),
      onSubscription(ids.main, 'Role Based Access Control Administrator'),
    ]),
  slow_roles: () =>
    withRoles('The data plane knows a role assignment only after twelve minutes.', owner, {
      delays: { roleMs: 12 * 60_000 },
    }),
  keys_off: () =>
    withRoles(
      'The account team-openai accepts no keys, and no application has a role at it.',
      owner,
      {
        ...withoutKeys(),
      },
    ),
  role_assigned_already: () =>
    withInference(
      withRoles('The application for Elasticsearch can call the account team-openai.', owner, {
        ...withoutKeys(),
      }),
      [at(teamAccount, 'Cognitive Services OpenAI User')],
    ),
  keys_off_cannot_assign: () =>
    aWorld('The account team-openai accepts no keys, and the person cannot assign roles.', {
      ...withoutKeys(),
    }),
  policy_no_keys_owner: () =>
    withRoles('Azure Policy denies accounts with keys; the person can assign roles.', owner, {
      subscriptions: [
        aSubscription({
          policies: [
            {
              assignmentName: 'no-keys',
              displayName: 'Azure AI services should have key access disabled',
              effect: 'deny',
              denyKeys: true,
              resourceType: 'microsoft.cognitiveservices/accounts',
            },
          ],
        }),
      ],
    }),
} as const satisfies Record<string, () => WorldState>;
