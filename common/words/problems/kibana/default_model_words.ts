import { i18n } from '@kbn/i18n';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** The default model of a space, and why it cannot be changed. */
export const defaultModelWords = {
  default_model_unsupported: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.default_model_unsupported.title', {
      defaultMessage: 'This Kibana has no default model',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.default_model_unsupported.cause', {
      defaultMessage: "The advanced setting genAiSettings:defaultAIConnector doesn't exist.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.default_model_unsupported.remedy', {
      defaultMessage: 'Select the model in each assistant.',
    }),
  }),
  default_model_overridden: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.default_model_overridden.title', {
      defaultMessage: 'The default model is set in kibana.yml',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.default_model_overridden.cause', {
      defaultMessage:
        "The setting uiSettings.overrides contains genAiSettings:defaultAIConnector, so it can't be changed in Kibana.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.default_model_overridden.remedy', {
      defaultMessage: 'Ask the person who runs the Kibana server to remove or change it.',
    }),
  }),
  default_model_privilege_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.default_model_privilege_missing.title', {
      defaultMessage: "You can't change the default model of this space",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.default_model_privilege_missing.cause', {
      defaultMessage:
        'Your roles don\'t have the Kibana privilege "Advanced Settings: All" in this space.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.default_model_privilege_missing.remedy', {
      defaultMessage: 'Ask the person who manages roles to add it under Stack Management > Roles.',
    }),
  }),
  default_model_changed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.default_model_changed.title', {
      defaultMessage: 'The default model has changed',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.default_model_changed.cause', {
        defaultMessage: 'It is no longer the one that this page showed.',
      }),
      has(detail, 'name') &&
        i18n.translate('azureOpenaiSetup.problems.default_model_changed.name', {
          defaultMessage: 'The default is now {name}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.default_model_changed.remedy', {
      defaultMessage: 'If you want to replace it, turn the switch on again.',
    }),
  }),
  default_model_refused: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.default_model_refused.title', {
      defaultMessage: "Couldn't change the default model",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.default_model_refused.cause', {
        defaultMessage: "Kibana couldn't read or save the advanced settings of this space.",
      }),
      has(detail, 'status') &&
        i18n.translate('azureOpenaiSetup.problems.default_model_refused.status', {
          defaultMessage: 'It answered with HTTP {status}.',
          values: { status: String(detail.status) },
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.default_model_refused.remedy', {
      defaultMessage:
        'Try again. If it happens again, look for the cause in the Kibana server log.',
    }),
  }),
} satisfies Partial<Words>;
