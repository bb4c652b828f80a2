import { aDeployment, aGroup, anAccount, aWorld } from './resources';
import type { WorldState } from './world';

const minute = 60 * 1_000;

/** Worlds in which a name is taken, or in which the resource with that name is failed, locked or changing. */
export const takenWorlds = {
  subdomain_taken: () =>
    aWorld('Every subdomain that begins with taken- belongs to another customer.', {
      takenPrefix: 'taken-',
    }),
  soft_deleted_twin: () =>
    aWorld('The account kibana-openai in rg-kibana was deleted an hour ago and holds its name.', {
      groups: [aGroup('rg-kibana', 'eastus2')],
      accounts: [
        anAccount('kibana-openai', 'rg-kibana', {
          deletedAt: Date.now() - 60 * 60 * 1_000,
          deployments: [aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 80])],
        }),
      ],
    }),
  deployment_name_taken: () =>
    aWorld('The account team-openai in rg-team calls a GPT-4.1 deployment gpt-5.2.', {
      groups: [aGroup('rg-team', 'eastus2')],
      accounts: [
        anAccount('team-openai', 'rg-team', {
          deployments: [aDeployment('gpt-5.2', ['gpt-4.1', '2025-04-14'], ['GlobalStandard', 50])],
        }),
      ],
    }),
  subdomain_own_account: () =>
    aWorld('The sub domain own-openai belongs to an account in the group rg-own.', {
      groups: [aGroup('rg-own', 'eastus2')],
      accounts: [anAccount('own-openai', 'rg-own')],
    }),
  soft_deleted_other_group: () =>
    aWorld('The sub domain binned-openai belongs to an account deleted from the group rg-old.', {
      groups: [aGroup('rg-old', 'eastus2')],
      accounts: [
        anAccount('binned-openai', 'rg-old', {
          deletedAt: Date.now() - 60 * minute,
          tags: { team: 'search' },
        }),
      ],
    }),
  group_deleting: () =>
    aWorld('The group kibana-openai is being deleted for another ten minutes.', {
      groups: [aGroup('kibana-openai', 'eastus2', { deletingUntil: Date.now() + 10 * minute })],
    }),
  account_failed: () =>
    aWorld('The account failed-openai in rg-team was never completed.', {
      groups: [aGroup('rg-team', 'eastus2')],
      accounts: [
        anAccount('failed-openai', 'rg-team', {
          failure: { code: 'InternalServerError', message: 'The operation could not be finished.' },
        }),
      ],
    }),
  account_locked: () =>
    aWorld('The account team-openai in rg-team has a read-only lock of its own.', {
      groups: [aGroup('rg-team', 'eastus2')],
      accounts: [
        anAccount('team-openai', 'rg-team', { locks: [{ name: 'frozen', level: 'ReadOnly' }] }),
      ],
    }),
  account_busy: () =>
    aWorld('The account busy-openai in rg-busy is being changed for another ten minutes.', {
      groups: [aGroup('rg-busy', 'eastus2')],
      accounts: [anAccount('busy-openai', 'rg-busy', { updatingUntil: Date.now() + 10 * minute })],
    }),
} as const satisfies Record<string, () => WorldState>;
