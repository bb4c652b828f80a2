import { i18n } from '@kbn/i18n';
import type { PlannedAction, PlannedStep } from '../plan';
import type { RunStep, RunStepStatus } from '../run';
import { isCreation, type StepId } from '../steps';
import { targetName } from './target_names';

export const stepText: Record<StepId, { title: string }> = {
  provider_registration: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.provider.title', {
      defaultMessage: 'Resource provider',
    }),
  },
  resource_group: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.group.title', {
      defaultMessage: 'Resource group',
    }),
  },
  account: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.account.title', {
      defaultMessage: 'Azure OpenAI resource',
    }),
  },
  role_assignment: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.roleAssignment.title', {
      defaultMessage: 'Role assignment',
    }),
  },
  model_deployment: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.deployment.title', {
      defaultMessage: 'Model deployment',
    }),
  },
  target: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.connectorStep.title', {
      defaultMessage: 'Kibana connector',
    }),
  },
  inference_endpoint: {
    title: targetName('inference_endpoint'),
  },
  first_answer: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.answer.title', {
      defaultMessage: 'Test question',
    }),
  },
  deployment_capacity: {
    title: i18n.translate('azureOpenaiSetup.wizard.steps.capacity.title', {
      defaultMessage: 'Throughput of the deployment',
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

/** Describes what happens to a deleted account of the same name. */
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
  removed: i18n.translate('azureOpenaiSetup.wizard.setUp.removed', { defaultMessage: 'Deleted' }),
  kept: i18n.translate('azureOpenaiSetup.wizard.setUp.kept', { defaultMessage: 'Kept' }),
};

const outcomeText = {
  created: i18n.translate('azureOpenaiSetup.wizard.setUp.created', { defaultMessage: 'Created' }),
  reused: i18n.translate('azureOpenaiSetup.wizard.setUp.reused', { defaultMessage: 'Reused' }),
};

export const statusOf = ({ step, status, outcome }: RunStep): string =>
  status === 'done' && outcome && isCreation(step) ? outcomeText[outcome] : statusText[status];
