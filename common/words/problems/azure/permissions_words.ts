import { i18n } from '@kbn/i18n';
import { grantFor } from '../../../azure/missing_permission';
import type { Problem } from '../../../problem';
import { shellQuote } from '../shell_quote';
import { regionSentence, scopeSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

type Locked = Problem<'scope_locked' | 'scope_locked_for_removal'>;

const whichLock = ({ detail }: Locked) =>
  has(detail, 'lock', 'scope') &&
  i18n.translate('azureOpenaiSetup.problems.lock.which', {
    defaultMessage: 'It is the lock "{lock}" on {scope}.',
    values: detail,
  });

/** Deletes the lock if it is known; otherwise lists the locks of the resource group. */
function unlock({ detail }: Locked): string | undefined {
  if (has(detail, 'lock', 'scope') && detail.scope.startsWith('/')) {
    const id = `${detail.scope}/providers/Microsoft.Authorization/locks/${detail.lock}`;
    return `az lock delete --ids ${shellQuote(id)}`;
  }
  return has(detail, 'resourceGroup')
    ? `az lock list --resource-group ${shellQuote(detail.resourceGroup)} -o table`
    : undefined;
}

/** Names the role and the scope if a built-in role grants the permission. */
function roleRemedy(problem: Problem): string {
  const grant = grantFor(problem);
  if (!grant) {
    return i18n.translate('azureOpenaiSetup.problems.authorization_failed.remedy', {
      defaultMessage:
        'Ask an owner of the subscription for a role that allows it. A new role can take 10 minutes to take effect.',
    });
  }
  const { role, resourceGroup } = grant;
  return resourceGroup === undefined
    ? i18n.translate('azureOpenaiSetup.problems.authorization_failed.roleOnSubscription', {
        defaultMessage:
          'Ask an owner of the subscription for the role {role} on the subscription. A new role can take 10 minutes to take effect.',
        values: { role },
      })
    : i18n.translate('azureOpenaiSetup.problems.authorization_failed.roleOnGroup', {
        defaultMessage:
          'Ask an owner of the resource group for the role {role} on the resource group {resourceGroup}. A new role can take 10 minutes to take effect.',
        values: { role, resourceGroup },
      });
}

/** Permissions, regions and locks. */
export const permissionsWords = {
  authorization_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.authorization_failed.title', {
      defaultMessage: 'Missing Azure permissions',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.authorization_failed.cause', {
        defaultMessage: "Your Azure roles don't allow an action that setup needs.",
      }),
      has(problem.detail, 'action') &&
        i18n.translate('azureOpenaiSetup.problems.authorization_failed.action', {
          defaultMessage:
            '{count, plural, one {The action is {action}.} other {The actions are {action}.}}',
          values: {
            action: problem.detail.action,
            count: problem.detail.action.split(', ').length,
          },
        }),
      scopeSentence(problem.detail),
    ),
    remedy: roleRemedy(problem),
    link: {
      href: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
      text: i18n.translate('azureOpenaiSetup.problems.authorization_failed.link', {
        defaultMessage: 'Azure built-in roles',
      }),
    },
  }),
  deny_assignment: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deny_assignment.title', {
      defaultMessage: 'An Azure deny assignment blocks this',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deny_assignment.cause', {
        defaultMessage:
          'Deployment stacks and managed applications protect their resources this way. A deny assignment takes precedence over every role.',
      }),
      has(detail, 'action') &&
        i18n.translate('azureOpenaiSetup.problems.deny_assignment.action', {
          defaultMessage: 'The action is {action}.',
          values: detail,
        }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.deny_assignment.name', {
          defaultMessage: 'The deny assignment is "{name}".',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deny_assignment.remedy', {
      defaultMessage:
        "Choose another resource group or resource, or ask the person who manages the deployment stack or the application to exclude you from it. Another role doesn't help.",
    }),
    link: {
      href: 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments',
      text: i18n.translate('azureOpenaiSetup.problems.deny_assignment.link', {
        defaultMessage: 'Azure deny assignments',
      }),
    },
  }),
  permissions_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.permissions_unreadable.title', {
      defaultMessage: "Couldn't read your Azure permissions",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.permissions_unreadable.cause', {
      defaultMessage: "Azure didn't return the actions that your roles allow.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.permissions_unreadable.remedy', {
      defaultMessage:
        'You can continue. If a permission is missing, setup stops at the step that needs it, and everything created so far is kept.',
    }),
  }),
  region_closed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.region_closed.title', {
      defaultMessage: 'The region is closed to this subscription',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.region_closed.cause', {
        defaultMessage:
          'Azure restricts new resources in some regions, for new customers and for trial and student subscriptions.',
      }),
      regionSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.region_closed.remedy', {
      defaultMessage: 'Choose another region.',
    }),
    link: {
      href: 'https://aka.ms/locationineligible',
      text: i18n.translate('azureOpenaiSetup.problems.region_closed.link', {
        defaultMessage: 'Why a region can be closed',
      }),
    },
  }),
  regions_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.regions_unreadable.title', {
      defaultMessage: "Couldn't check which regions are open to the subscription",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.regions_unreadable.cause', {
      defaultMessage: "Azure didn't respond, or your roles don't allow this check.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.regions_unreadable.remedy', {
      defaultMessage:
        'You can continue. If the region is closed, the step that creates the resource reports it.',
    }),
  }),
  location_not_available: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.location_not_available.title', {
      defaultMessage: "Azure OpenAI isn't offered in this region",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.location_not_available.cause', {
        defaultMessage: "Azure OpenAI isn't available in every region.",
      }),
      regionSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.location_not_available.remedy', {
      defaultMessage: 'Choose another region from the list.',
    }),
  }),
  scope_locked: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.scope_locked.title', {
      defaultMessage: 'A resource lock prevents changes',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.scope_locked.cause', {
        defaultMessage:
          'A lock on the resource, its resource group, or the subscription prevents changes. It also prevents reading API keys.',
      }),
      whichLock(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.scope_locked.remedy', {
      defaultMessage:
        'Ask an owner to delete the lock under "Locks" in the Azure portal, or choose another resource group.',
    }),
    command: unlock(problem),
  }),
  scope_locked_for_removal: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.scope_locked_for_removal.title', {
      defaultMessage: 'A lock prevents deletion',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.scope_locked_for_removal.cause', {
        defaultMessage:
          'A lock on the resource, its resource group, or the subscription prevents resources from being deleted.',
      }),
      whichLock(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.scope_locked_for_removal.remedy', {
      defaultMessage:
        "The lock doesn't affect setup or the model. To delete resources, an owner must delete the lock first.",
    }),
    command: unlock(problem),
  }),
  locks_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.locks_unreadable.title', {
      defaultMessage: "Couldn't check for resource locks",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.locks_unreadable.cause', {
      defaultMessage: "Your roles don't allow reading the locks of the resource group.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.locks_unreadable.remedy', {
      defaultMessage:
        'You can continue. If a lock forbids changes, the first step that creates a resource reports it.',
    }),
  }),
} satisfies Partial<Words>;
