import { i18n } from '@kbn/i18n';
import type { SetupField } from '../../../common/setup_request';

/** THE LIST of the wizard's steps, in order. */
export const stepIds = [
  'connect',
  'model',
  'resource',
  'target',
  'review',
  'set_up',
  'done',
] as const;
export type WizardStepId = (typeof stepIds)[number];

export const stepTitles: Record<WizardStepId, string> = {
  connect: i18n.translate('azureOpenaiSetup.wizard.steps.connect', {
    defaultMessage: 'Connect to Azure',
  }),
  model: i18n.translate('azureOpenaiSetup.wizard.steps.model', { defaultMessage: 'Model' }),
  resource: i18n.translate('azureOpenaiSetup.wizard.steps.resource', {
    defaultMessage: 'Azure resource',
  }),
  target: i18n.translate('azureOpenaiSetup.wizard.steps.connector', {
    defaultMessage: 'Connector',
  }),
  review: i18n.translate('azureOpenaiSetup.wizard.steps.review', { defaultMessage: 'Review' }),
  set_up: i18n.translate('azureOpenaiSetup.wizard.steps.setUp', { defaultMessage: 'Set up' }),
  done: i18n.translate('azureOpenaiSetup.wizard.steps.done', { defaultMessage: 'Done' }),
};

const formStepIds = ['model', 'resource', 'target'] as const satisfies WizardStepId[];
/** The steps that fill the request. */
export type FormStepId = (typeof formStepIds)[number];

export const isFormStep = (step: WizardStepId): step is FormStepId =>
  formStepIds.some((id) => id === step);

/** The step that a link or a draft names; `connector` is what the first version called the target. */
export function toStepId(text: string | null | undefined): WizardStepId | undefined {
  const id = text === 'connector' ? 'target' : text;
  return stepIds.find((step) => step === id);
}

/** The step in which each field can be changed. */
export const stepOfField: Record<SetupField, FormStepId> = {
  modelName: 'model',
  modelVersion: 'model',
  deploymentType: 'model',
  deploymentName: 'model',
  capacity: 'model',
  versionUpgradeOption: 'model',
  subscriptionId: 'resource',
  resourceGroup: 'resource',
  location: 'resource',
  accountName: 'resource',
  customSubDomainName: 'resource',
  kind: 'resource',
  networkAccess: 'resource',
  ipRules: 'resource',
  tags: 'resource',
  onDeletedAccount: 'resource',
  target: 'target',
  targetName: 'target',
};
