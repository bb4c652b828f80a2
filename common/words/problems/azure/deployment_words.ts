import { i18n } from '@kbn/i18n';
import { capacityNumber, formatCapacity, sentences } from '../../format';
import { stateSentence } from '../shared_sentences';
import { has, type Words } from '../words';

/** The deployment and its throughput. */
export const deploymentWords = {
  deployment_type_not_supported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.title', {
      defaultMessage: "The model isn't offered with this deployment type",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.cause', {
        defaultMessage:
          'The available deployment types depend on the model version and the region. Usually, Global Standard is available first.',
      }),
      has(detail, 'deploymentType') &&
        i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.type', {
          defaultMessage: 'The type is {deploymentType}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.remedy', {
      defaultMessage: 'Choose another deployment type, model, or region.',
    }),
  }),
  deployment_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_conflict.title', {
      defaultMessage: 'Another deployment has this name',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deployment_conflict.cause', {
        defaultMessage:
          'The resource has a deployment with this name and other settings. Changing it could affect what uses it.',
      }),
      has(detail, 'name', 'modelName') &&
        i18n.translate('azureOpenaiSetup.problems.deployment_conflict.model', {
          defaultMessage: '{name} serves {modelName}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_conflict.remedy', {
      defaultMessage:
        'During setup, enter another deployment name, or use the deployment as it is. After setup, change it in the Azure portal.',
    }),
  }),
  deployment_failed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_failed.title', {
      defaultMessage: "The deployment can't be used or changed",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deployment_failed.cause', {
        defaultMessage:
          'Azure failed to create or change it, or disabled it, and refuses further changes.',
      }),
      stateSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_failed.remedy', {
      defaultMessage:
        'During setup, delete it in the Azure portal and try again, or enter another deployment name. After setup, connect another model.',
    }),
  }),
  capacity_not_supported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.title', {
      defaultMessage: "The model doesn't support this number of tokens per minute",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.cause', {
        defaultMessage:
          'The throughput must be within the minimum and maximum, and a multiple of the increment.',
      }),
      has(detail, 'minimum', 'maximum') &&
        detail.minimum < detail.maximum &&
        i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.range', {
          defaultMessage: 'You can set {minimum} to {maximum}.',
          values: {
            minimum: capacityNumber(detail.minimum, detail.tokensPerUnit),
            maximum: formatCapacity(detail.maximum, detail.tokensPerUnit),
          },
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.remedy', {
      defaultMessage: 'Choose a value that the throughput slider offers.',
    }),
  }),
  capacity_not_applied: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.title', {
      defaultMessage: 'The deployment has a different throughput than requested',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.cause', {
        defaultMessage:
          "Azure accepted the change but didn't apply it, or another change was made at the same time.",
      }),
      has(detail, 'name', 'capacity', 'needed') &&
        i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.numbers', {
          defaultMessage: '{name} has {capacity} instead of {needed}.',
          values: {
            name: detail.name,
            capacity: formatCapacity(detail.capacity, detail.tokensPerUnit),
            needed: capacityNumber(detail.needed, detail.tokensPerUnit),
          },
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.remedy', {
      defaultMessage: 'Try again, or choose another throughput.',
    }),
  }),
} satisfies Partial<Words>;
