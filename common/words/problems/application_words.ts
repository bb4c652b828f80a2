import { i18n } from '@kbn/i18n';
import type { Words } from './words';

/** Problems of the application that Elasticsearch signs in as, and of its role. */
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
        'Elasticsearch would keep credentials that can change resources in your subscription.',
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
      defaultMessage: 'A new application takes a few minutes until roles can be assigned to it.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.principal_not_found.remedy', {
      defaultMessage: 'Wait a few minutes, then try again.',
    }),
  }),
  role_assignment_conflict: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.role_assignment_conflict.title', {
      defaultMessage: 'A different role assignment is in the way',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.role_assignment_conflict.cause', {
      defaultMessage:
        'The application already has this role at the Azure OpenAI resource, but under a condition, or Azure still holds a deleted assignment.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.role_assignment_conflict.remedy', {
      defaultMessage:
        'Open "Access control (IAM)" of the resource in the Azure portal, delete the role assignment of the application, then try again.',
    }),
  }),
} satisfies Partial<Words>;
