import { i18n } from '@kbn/i18n';
import type { RoleGrant } from '../../azure/built_in_roles';
import { grantFor, missingPermission } from '../../azure/missing_permission';
import * as v from 'valibot';
import { guid } from '../../fields';
import { valuesOf, type Problem } from '../../problem';
import { shellQuote } from './shell_quote';

interface RoleRequest {
  /** Assigns the role; for Azure CLI. */
  command: string;
  /** The same as a message to an administrator. */
  message: string;
}

/** The option for the principal. Object ids need no lookup in Microsoft Graph, where guests have no name. */
function assignee({ principal, principalType }: ReturnType<typeof valuesOf>): string {
  if (v.is(guid, principal)) {
    const type = principalType ? ` --assignee-principal-type ${shellQuote(principalType)}` : '';
    return `--assignee-object-id ${shellQuote(principal)}${type}`;
  }
  const who =
    principal ??
    i18n.translate('azureOpenaiSetup.problems.authorization_failed.who', {
      defaultMessage: 'USERNAME OR APPLICATION ID',
    });
  return `--assignee ${shellQuote(who)}`;
}

const commandFor = (problem: Problem, { role, scope, subscriptionId }: RoleGrant): string =>
  [
    'az role assignment create',
    assignee(valuesOf(problem)),
    `--role ${shellQuote(role)}`,
    `--scope ${shellQuote(scope)}`,
    `--subscription ${shellQuote(subscriptionId)}`,
  ].join(' ');

/** "Ada (d0000000-0000-4000-8000-000000000001)"; undefined if the principal is unknown. */
function principalText(problem: Problem): string | undefined {
  const { principal, principalName: name } = valuesOf(problem);
  if (principal === undefined || name === undefined || name === principal) {
    return principal === undefined ? undefined : String(principal);
  }
  return i18n.translate('azureOpenaiSetup.permission.principal', {
    defaultMessage: '{name} (object ID {id})',
    values: { name, id: principal },
  });
}

function messageFor(problem: Problem, { role, scope }: RoleGrant, command: string): string {
  const actions = (missingPermission(problem)?.actions ?? []).map((action) => `- ${action}`);
  const who = principalText(problem);
  const values = { role, scope, actions: actions.join('\n'), command };
  return who === undefined
    ? i18n.translate('azureOpenaiSetup.permission.message', {
        defaultMessage:
          'I want to connect Azure OpenAI to Kibana and need the role "{role}" in Azure.\n\nScope: {scope}\n\nThe role allows these actions, which I don\'t have permissions for:\n{actions}\n\nCommand for the Azure CLI:\n{command}',
        values,
      })
    : i18n.translate('azureOpenaiSetup.permission.messageFor', {
        defaultMessage:
          'I want to connect Azure OpenAI to Kibana and need the role "{role}" in Azure.\n\nI\'m signed in as: {who}\nScope: {scope}\n\nThe role allows these actions, which I don\'t have permissions for:\n{actions}\n\nCommand for the Azure CLI:\n{command}',
        values: { ...values, who },
      });
}

/** The request for a role that grants the missing permission of a problem; undefined if no built-in role does. */
export function roleRequest(problem: Problem): RoleRequest | undefined {
  const grant = grantFor(problem);
  if (!grant) return undefined;
  const command = commandFor(problem, grant);
  return { command, message: messageFor(problem, grant, command) };
}
