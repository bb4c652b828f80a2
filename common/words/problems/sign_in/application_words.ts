import { i18n } from '@kbn/i18n';
import { dataRole } from '../../../azure/data_roles';
import type { Problem } from '../../../problem';
import { shellQuote } from '../shell_quote';
import { scopeSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

type RoleDetail = Problem<'role_assignment_forbidden'>['detail'];

/** Creates the resource group of the scope, where it is new. */
const groupCommand = (detail: RoleDetail): string[] =>
  detail?.place === 'new_group' && has(detail, 'subscriptionId', 'resourceGroup', 'location')
    ? [
        [
          'az group create',
          `--subscription ${shellQuote(detail.subscriptionId)}`,
          `--name ${shellQuote(detail.resourceGroup)}`,
          `--location ${shellQuote(detail.location)}`,
        ].join(' '),
      ]
    : [];

/** The remedy, depending on which resources exist. */
function whenToAssign(detail: RoleDetail): string {
  if (!has(detail, 'principal')) {
    return i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.remedyFirst', {
      defaultMessage:
        'Enter the application first. The command that an administrator can run to assign the role then appears here.',
    });
  }
  const kept = i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.kept', {
    defaultMessage: 'Setup uses this role assignment, and keeps it if you delete the setup.',
  });
  switch (detail.place) {
    case 'group':
      return sentences(
        i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.remedyGroup', {
          defaultMessage:
            'Ask an administrator to run this command before setup creates the resource, then check again. It assigns the role for the whole resource group.',
        }),
        kept,
      );
    case 'new_group':
      return sentences(
        i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.remedyNewGroup', {
          defaultMessage:
            'Ask an administrator to run this command before setup starts, then check again. It creates the resource group and assigns the role for it.',
        }),
        kept,
      );
    case 'resource':
    case undefined:
      return sentences(
        i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.remedy', {
          defaultMessage: 'Ask an administrator to run this command, then check again.',
        }),
        kept,
      );
  }
}

/** The role assignment for an administrator, as an Azure CLI command and as a message. */
function roleCommand(detail: RoleDetail) {
  if (!has(detail, 'application', 'principal', 'scope')) return {};
  const { application, principal, scope } = detail;
  const assignment = [
    'az role assignment create',
    `--assignee-object-id ${shellQuote(principal)}`,
    '--assignee-principal-type ServicePrincipal',
    `--role ${shellQuote(dataRole.name)}`,
    `--scope ${shellQuote(scope)}`,
  ].join(' ');
  const command = [...groupCommand(detail), assignment].join(' && ');
  const message = i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.message', {
    defaultMessage:
      'I want to connect Azure OpenAI to Kibana without API keys. Please assign the role "{role}" to the application that Elasticsearch signs in as.\n\nApplication (client) ID: {application}\nObject ID of its service principal: {principal}\nScope: {scope}\n\nCommand for the Azure CLI:\n{command}',
    values: { role: dataRole.name, application, principal, scope, command },
  });
  return { command, message };
}

/** The application that Elasticsearch signs in as, and its role. */
export const applicationWords = {
  application_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_missing.title', {
      defaultMessage: 'An application in Microsoft Entra ID is needed',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.application_missing.cause', {
      defaultMessage:
        'Without API keys, Elasticsearch signs in to the model as an application of your own.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_missing.remedy', {
      defaultMessage:
        'Enter the application (client) ID and the client secret of an app registration in the same tenant.',
    }),
  }),
  application_is_sign_in: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.application_is_sign_in.title', {
      defaultMessage: 'This application is the one you signed in to Azure with',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.application_is_sign_in.cause', {
      defaultMessage:
        'Elasticsearch would store credentials that can change resources in your subscription.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.application_is_sign_in.remedy', {
      defaultMessage:
        'Enter a different application that has no roles in Azure. Setup assigns the one role that it needs.',
    }),
  }),
  principal_not_found: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.principal_not_found.title', {
      defaultMessage: "Azure doesn't know the application yet",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.principal_not_found.cause', {
      defaultMessage: 'It takes a few minutes before roles can be assigned to a new application.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.principal_not_found.remedy', {
      defaultMessage: 'Wait a few minutes, then try again.',
    }),
  }),
  role_assignment_forbidden: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.title', {
      defaultMessage: "You can't assign the role to the application",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.cause', {
        defaultMessage:
          'Without API keys, the application needs the role {role} to call the model. To assign it, you need {action}, which Owner, User Access Administrator, and Role Based Access Control Administrator have.',
        values: { role: dataRole.name, action: 'Microsoft.Authorization/roleAssignments/write' },
      }),
      scopeSentence(detail),
    ),
    remedy: whenToAssign(detail),
    ...roleCommand(detail),
    link: {
      href: 'https://learn.microsoft.com/azure/ai-foundry/openai/how-to/role-based-access-control',
      text: i18n.translate('azureOpenaiSetup.problems.role_assignment_forbidden.link', {
        defaultMessage: 'Roles for Azure OpenAI',
      }),
    },
  }),
  role_assignment_conflict: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.role_assignment_conflict.title', {
      defaultMessage: 'Another role assignment conflicts with this one',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.role_assignment_conflict.cause', {
      defaultMessage:
        'The application already has this role at the Azure OpenAI resource, but under a condition, or Azure still has a deleted assignment.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.role_assignment_conflict.remedy', {
      defaultMessage:
        'Open "Access control (IAM)" of the resource in the Azure portal, delete the role assignment of the application, then try again.',
    }),
  }),
} satisfies Partial<Words>;
