import { i18n } from '@kbn/i18n';
import type { PlannedAction, PlannedStep } from '../plan';
import type { RunStep, RunStepStatus } from '../run';
import { isCreation, type StepId } from '../steps';

export const stepText: Record<StepId, { title: string; working: string; usually: string }> = {
  provider_registration: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.provider.title', {
      defaultMessage: 'Resource provider',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.provider.working', {
      defaultMessage: 'Azure is registering the provider in the subscription.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.provider.usually', {
      defaultMessage: 'usually 30-120 s',
    }),
  },
  resource_group: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.group.title', {
      defaultMessage: 'Resource group',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.group.working', {
      defaultMessage: 'Azure is creating the resource group.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.group.usually', {
      defaultMessage: 'usually 2-10 s',
    }),
  },
  account: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.account.title', {
      defaultMessage: 'Azure OpenAI resource',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.account.working', {
      defaultMessage: 'Azure is creating the resource and its endpoint.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.account.usually', {
      defaultMessage: 'usually 20-60 s',
    }),
  },
  model_deployment: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.deployment.title', {
      defaultMessage: 'Model deployment',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.deployment.working', {
      defaultMessage: 'Azure is deploying the model.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.deployment.usually', {
      defaultMessage: 'usually 10-60 s',
    }),
  },
  target: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.connectorStep.title', {
      defaultMessage: 'Kibana connector',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.connectorStep.working', {
      defaultMessage: 'Kibana is creating the connector with the key from Azure.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.connectorStep.usually', {
      defaultMessage: 'usually 1-5 s',
    }),
  },
  first_answer: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.answer.title', {
      defaultMessage: 'First answer',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.answer.working', {
      defaultMessage: 'Kibana is asking the model one question through the connector.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.answer.usually', {
      defaultMessage: 'usually 3-60 s; a new deployment takes a moment to answer',
    }),
  },
  deployment_capacity: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.capacity.title', {
      defaultMessage: 'Throughput of the deployment',
    }),
    working: i18n.translate('azureOpenaiSetup.wizard.steps.capacity.working', {
      defaultMessage: 'Azure is changing the throughput of the deployment.',
    }),
    usually: i18n.translate('azureOpenaiSetup.wizard.steps.capacity.usually', {
      defaultMessage: 'usually 2-30 s',
    }),
  },
};

const createText: Partial<Record<StepId, string>> = {
  provider_registration: i18n.translate('azureOpenaiSetup.wizard.review.register', {
    defaultMessage: 'Register',
  }),
  first_answer: i18n.translate('azureOpenaiSetup.wizard.review.ask', { defaultMessage: 'Test' }),
};

const actionText: Record<PlannedAction, string> = {
  create: i18n.translate('azureOpenaiSetup.wizard.review.create', { defaultMessage: 'Create' }),
  reuse: i18n.translate('azureOpenaiSetup.wizard.review.reuse', { defaultMessage: 'Exists' }),
  conflict: i18n.translate('azureOpenaiSetup.wizard.review.conflict', {
    defaultMessage: 'Conflict',
  }),
};

const actionColor = {
  create: 'primary',
  reuse: 'hollow',
  conflict: 'danger',
} as const satisfies Record<PlannedAction, string>;

/** What happens to a deleted account of the same name. */
const deletedAccount = {
  restore: {
    color: 'primary',
    children: i18n.translate('azureOpenaiSetup.wizard.review.restore', {
      defaultMessage: 'Restore',
    }),
  },
  purge: {
    color: 'danger',
    children: i18n.translate('azureOpenaiSetup.wizard.review.purge', {
      defaultMessage: 'Purge, then create',
    }),
  },
} as const;

/** The badge of a planned step: what setup would do, and its color. */
export function plannedBadge(planned: PlannedStep): { color: string; children: string } {
  const { step, action } = planned;
  if (planned.action === 'create' && planned.onDeleted) return deletedAccount[planned.onDeleted];
  return {
    color: actionColor[action],
    children: (action === 'create' && createText[step]) || actionText[action],
  };
}

const statusText: Record<RunStepStatus, string> = {
  pending: i18n.translate('azureOpenaiSetup.wizard.setUp.pending', { defaultMessage: 'Waiting' }),
  running: i18n.translate('azureOpenaiSetup.wizard.setUp.running', {
    defaultMessage: 'In progress',
  }),
  done: i18n.translate('azureOpenaiSetup.wizard.setUp.done', { defaultMessage: 'Done' }),
  failed: i18n.translate('azureOpenaiSetup.wizard.setUp.failed', { defaultMessage: 'Stopped' }),
  removed: i18n.translate('azureOpenaiSetup.wizard.setUp.removed', { defaultMessage: 'Removed' }),
  kept: i18n.translate('azureOpenaiSetup.wizard.setUp.kept', { defaultMessage: 'Kept' }),
};

const outcomeText = {
  created: i18n.translate('azureOpenaiSetup.wizard.setUp.created', { defaultMessage: 'Created' }),
  reused: i18n.translate('azureOpenaiSetup.wizard.setUp.reused', { defaultMessage: 'Reused' }),
};

export const statusOf = ({ step, status, outcome }: RunStep): string =>
  status === 'done' && outcome && isCreation(step) ? outcomeText[outcome] : statusText[status];
