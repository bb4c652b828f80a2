import { i18n } from '@kbn/i18n';
import type { SetupRequest } from '../setup_request';
import type { StepId } from '../steps';
import { modelTitle } from './format';
import { stepText } from './step_text';

interface ProgressText {
  /** The row of a run; absent if it shows the title and the name. */
  row?(name: string): string;
  /** The headline while the step is running. */
  working(request: SetupRequest): string;
  /** The duration that Azure can take. */
  slow(minutes: number): string;
  /** The headline while undo deletes what the step created; absent if there is nothing to delete. */
  deleting?(request: SetupRequest): string;
}

/** The progress texts of a step. */
export const progressText: Record<StepId, ProgressText> = {
  provider_registration: {
    row: () => stepText.provider_registration.title,
    working: () =>
      i18n.translate('azureOpenaiSetup.progress.provider.working', {
        defaultMessage: 'Azure is registering the resource provider',
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.provider.slow', {
        defaultMessage:
          'Azure can take up to {minutes, plural, one {# minute} other {# minutes}} to register a resource provider.',
        values: { minutes },
      }),
  },
  resource_group: {
    working: ({ resourceGroup: name }) =>
      i18n.translate('azureOpenaiSetup.progress.group.working', {
        defaultMessage: 'Azure is creating resource group {name}',
        values: { name },
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.group.slow', {
        defaultMessage:
          'Azure can take up to {minutes, plural, one {# minute} other {# minutes}} to create a resource group.',
        values: { minutes },
      }),
    deleting: ({ resourceGroup: name }) =>
      i18n.translate('azureOpenaiSetup.progress.group.deleting', {
        defaultMessage: 'Azure is deleting resource group {name}',
        values: { name },
      }),
  },
  account: {
    working: ({ accountName: name }) =>
      i18n.translate('azureOpenaiSetup.progress.account.working', {
        defaultMessage: 'Azure is creating resource {name}',
        values: { name },
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.account.slow', {
        defaultMessage:
          'Azure can take up to {minutes, plural, one {# minute} other {# minutes}} to create an Azure OpenAI resource.',
        values: { minutes },
      }),
    deleting: ({ accountName: name }) =>
      i18n.translate('azureOpenaiSetup.progress.account.deleting', {
        defaultMessage: 'Azure is deleting resource {name}',
        values: { name },
      }),
  },
  role_assignment: {
    working: () =>
      i18n.translate('azureOpenaiSetup.progress.role.working', {
        defaultMessage: 'Azure is assigning the role to the application',
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.role.slow', {
        defaultMessage:
          'It can take up to {minutes, plural, one {# minute} other {# minutes}} before a role can be assigned to a new application.',
        values: { minutes },
      }),
    deleting: () =>
      i18n.translate('azureOpenaiSetup.progress.role.deleting', {
        defaultMessage: 'Azure is deleting the role assignment',
      }),
  },
  model_deployment: {
    working: ({ modelName }) =>
      i18n.translate('azureOpenaiSetup.progress.deployment.working', {
        defaultMessage: 'Azure is deploying {model}',
        values: { model: modelTitle(modelName) },
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.deployment.slow', {
        defaultMessage:
          'Azure can take up to {minutes, plural, one {# minute} other {# minutes}} to deploy a model.',
        values: { minutes },
      }),
    deleting: ({ deploymentName: name }) =>
      i18n.translate('azureOpenaiSetup.progress.deployment.deleting', {
        defaultMessage: 'Azure is deleting deployment {name}',
        values: { name },
      }),
  },
  target: {
    working: () =>
      i18n.translate('azureOpenaiSetup.progress.target.working', {
        defaultMessage: 'Kibana is creating the connector',
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.target.slow', {
        defaultMessage:
          'Kibana can take up to {minutes, plural, one {# minute} other {# minutes}} to create a connector.',
        values: { minutes },
      }),
    deleting: () =>
      i18n.translate('azureOpenaiSetup.progress.target.deleting', {
        defaultMessage: 'Kibana is deleting the connector',
      }),
  },
  inference_endpoint: {
    working: () =>
      i18n.translate('azureOpenaiSetup.progress.endpoint.working', {
        defaultMessage: 'Elasticsearch is creating and testing the inference endpoint',
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.endpoint.slow', {
        defaultMessage:
          'It can take up to {minutes, plural, one {# minute} other {# minutes}} before Elasticsearch can call a new deployment.',
        values: { minutes },
      }),
    deleting: () =>
      i18n.translate('azureOpenaiSetup.progress.endpoint.deleting', {
        defaultMessage: 'Elasticsearch is deleting the inference endpoint',
      }),
  },
  first_answer: {
    row: (name) =>
      i18n.translate('azureOpenaiSetup.progress.answer.row', {
        defaultMessage: 'Test question to {model}',
        values: { model: modelTitle(name) },
      }),
    working: ({ modelName }) =>
      i18n.translate('azureOpenaiSetup.progress.answer.working', {
        defaultMessage: 'Kibana is testing {model}',
        values: { model: modelTitle(modelName) },
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.answer.slow', {
        defaultMessage:
          'Azure can take up to {minutes, plural, one {# minute} other {# minutes}} to activate a new deployment.',
        values: { minutes },
      }),
  },
  deployment_capacity: {
    working: ({ deploymentName: name }) =>
      i18n.translate('azureOpenaiSetup.progress.capacity.working', {
        defaultMessage: 'Azure is changing the throughput of {name}',
        values: { name },
      }),
    slow: (minutes) =>
      i18n.translate('azureOpenaiSetup.progress.capacity.slow', {
        defaultMessage:
          'Azure can take up to {minutes, plural, one {# minute} other {# minutes}} to change the throughput.',
        values: { minutes },
      }),
  },
};
