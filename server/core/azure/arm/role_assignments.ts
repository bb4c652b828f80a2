import * as v from 'valibot';
import { accountPath, scopePath } from '../arm_paths';
import type { AccountRef, RoleAssignment } from '../azure';
import type { AzureRoles } from '../azure_roles';
import type { ArmConnection } from './connection';
import { orAbsent, translating } from './errors/errors';
import { requiredText, text } from './answers/shapes';

const api = 'api-version=2022-04-01';
const provider = '/providers/Microsoft.Authorization';

const pathOf = (ref: AccountRef, name: string) =>
  `${accountPath(ref)}${provider}/roleAssignments/${encodeURIComponent(name)}?${api}`;

const shape = v.object({
  name: requiredText,
  properties: v.object({
    scope: requiredText,
    roleDefinitionId: requiredText,
    principalId: requiredText,
    description: text,
    condition: text,
  }),
});

function toAssignment(found: unknown): RoleAssignment {
  const { name, properties } = v.parse(shape, found);
  const { scope, roleDefinitionId, principalId, description, condition } = properties;
  return {
    name,
    scope,
    roleId: roleDefinitionId.split('/').pop() ?? '',
    principalId,
    description,
    isConditional: condition !== undefined,
  };
}

/** Role assignments at a scope, including inherited ones. */
export const armRoleAssignments = ({ list, send }: ArmConnection): AzureRoles => ({
  async roleAssignments(scope) {
    const path = `${scopePath(scope)}${provider}/roleAssignments?$filter=atScope()&${api}`;
    const found = await orAbsent(
      translating(scope, async () => (await list(path)).map(toAssignment)),
    );
    return found ?? [];
  },
  createRoleAssignment: ({ name, roleId, principalId, description, ...ref }) =>
    translating(ref, async () => {
      const roleDefinitionId = `/subscriptions/${ref.subscriptionId}${provider}/roleDefinitions/${roleId}`;
      // With the type, Azure accepts a service principal that Entra ID has not replicated yet.
      const properties = {
        roleDefinitionId,
        principalId,
        principalType: 'ServicePrincipal',
        description,
      };
      await send('PUT', pathOf(ref, name), { properties });
    }),
  async deleteRoleAssignment(ref, name) {
    await orAbsent(translating(ref, () => send('DELETE', pathOf(ref, name))));
  },
});
