import type { Scope } from '../../azure/azure';
import { scopePath } from '../../azure/arm_paths';
import {
  accountWithPermissions,
  assignRole,
  createAccount,
  createDeployment,
  createGroup,
  groupWithPermissions,
  isAllowed,
  listKeys,
  purgeAccount,
  unassignRole,
} from '../../permissions/permissions';
import { forbiddenRole, hasDataRole } from '../../steps/role_assignment';
import { unlessRefused } from '../../permissions/unless_refused';
import { fail, type Check, type CheckContext, type Finding, type Remedy } from '../check';
import { adopt } from '../fixes';

/** Fix: an existing group in which everything else is allowed. */
const usableGroups: Remedy = async ({ request, azure }) => {
  const isKeyless = request.authentication === 'entra_id';
  const name = await groupWithPermissions(azure, request.subscriptionId, isKeyless);
  if (!name) return [];
  return [{ code: 'use_resource_group', change: { resourceGroup: name }, detail: { name } }];
};

/** Fix: an account of the region in which the remaining actions are allowed. */
const usableAccounts: Remedy = async ({ request, azure }) => {
  const { subscriptionId, location } = request;
  const near = (await azure.accounts(subscriptionId)).filter((one) => one.location === location);
  const isKeyless = request.authentication === 'entra_id';
  const usable = await accountWithPermissions(azure, subscriptionId, near, isKeyless);
  return usable ? adopt(usable, isKeyless) : [];
};

/** Scopes with the permission. A missing group already reports `createGroup`, so `createAccount` then adds no group. */
function remediesFor(action: string, { resourceGroup }: Scope): Remedy[] {
  if (action === createGroup) return [usableGroups];
  if (action !== createAccount) return [];
  return resourceGroup ? [usableGroups, usableAccounts] : [usableAccounts];
}

/** False if the resource does not exist or cannot be read, and so cannot be used. */
const isThere = async (look: Promise<unknown>): Promise<boolean> =>
  (await unlessRefused(look)) !== undefined;

/** The existing resources, and the narrowest scope at which permissions can be read. */
async function situation({ request, azure }: CheckContext) {
  const { subscriptionId, resourceGroup, accountName } = request;
  const [group, account, deployment] = await Promise.all([
    isThere(azure.resourceGroup(request)),
    isThere(azure.account(request)),
    isThere(azure.deployment(request)),
  ]);
  const at = {
    subscriptionId,
    ...(group ? { resourceGroup } : {}),
    ...(account ? { accountName } : {}),
  };
  return { group, account, deployment, at };
}

/** The actions that are not allowed at the scope. */
export async function missingAt({ azure }: CheckContext, at: Scope, actions: readonly string[]) {
  if (actions.length === 0) return [];
  const here = await azure.permissions(at);
  const scope = decodeURIComponent(scopePath(at));
  return actions
    .filter((action) => !isAllowed(here, action))
    .map((action) =>
      fail({ code: 'authorization_failed', detail: { action, scope } }, ...remediesFor(action, at)),
    );
}

/**
 * Without the permission, an administrator can assign the application's role; setup then adopts the assignment. A role
 * can be assigned only at an existing scope; the resource group is the smallest one that can be created first.
 */
async function missingForRole(context: CheckContext, at: Scope): Promise<Finding[]> {
  const { request, azure, application } = context;
  if (request.authentication !== 'entra_id' || (await hasDataRole(context, at))) return [];
  if (isAllowed(await azure.permissions(at), assignRole)) {
    return missingAt(context, at, [unassignRole]);
  }
  const { subscriptionId, resourceGroup, location } = request;
  if (at.accountName) return [fail(forbiddenRole(application, at, { place: 'resource' }))];
  const group = { subscriptionId, resourceGroup };
  return [
    fail(
      forbiddenRole(
        application,
        group,
        at.resourceGroup ? { place: 'group' } : { place: 'new_group', ...group, location },
      ),
    ),
  ];
}

/** Effective permissions at the scope where each is needed. Deny assignments are not part of Azure's answer. */
export const permissions: Check = {
  id: 'permissions',
  unverified: 'permissions_unreadable',
  async run(context) {
    const { request } = context;
    const { onDeletedAccount, subscriptionId } = request;
    const { group, account, deployment, at } = await situation(context);
    const needed = [
      ...(group ? [] : [createGroup]),
      ...(account ? [] : [createAccount]),
      ...(deployment ? [] : [createDeployment]),
      ...(request.authentication === 'api_key' ? [listKeys] : []),
    ];
    const purges = !account && onDeletedAccount === 'purge';
    const missing = await Promise.all([
      missingAt(context, at, needed),
      missingForRole(context, at),
      missingAt(context, { subscriptionId }, purges ? [purgeAccount] : []),
    ]);
    return missing.flat();
  },
};
