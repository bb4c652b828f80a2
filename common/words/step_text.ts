import { i18n } from '@kbn/i18n';
import type { PlannedAction, PlannedStep } from '../plan';
import type { RunStep, RunStepStatus } from '../run';
import { isCreation, type StepId } from '../steps';
import { targetName } from './target_names';

interface StepText {
  /** The kind of what it creates or changes. */
  title: string;
  /** The verb of the plan; absent if it creates something. */
  create?: string;
}

export const stepText: Record<StepId, StepText> = {
  provider_registration: {
    title: i18n.translate('azureOpenaiSetup.step.provider.title', {
      defaultMessage: 'Resource provider',
    }),
    create: i18n.translate('azureOpenaiSetup.review.register', { defaultMessage: 'Register' }),
  },
  resource_group: {
    title: i18n.translate('azureOpenaiSetup.step.group.title', {
      defaultMessage: 'Resource group',
    }),
  },
  account: {
    title: i18n.translate('azureOpenaiSetup.step.account.title', {
      defaultMessage: 'Azure OpenAI resource',
    }),
  },
  role_assignment: {
    title: i18n.translate('azureOpenaiSetup.step.roleAssignment.title', {
      defaultMessage: 'Role assignment',
    }),
  },
  model_deployment: {
    title: i18n.translate('azureOpenaiSetup.step.deployment.title', {
      defaultMessage: 'Model deployment',
    }),
  },
  target: {
    title: i18n.translate('azureOpenaiSetup.step.connectorStep.title', {
      defaultMessage: 'Kibana connector',
    }),
  },
  inference_endpoint: {
    title: targetName('inference_endpoint'),
  },
  first_answer: {
    title: i18n.translate('azureOpenaiSetup.step.answer.title', {
      defaultMessage: 'Test question',
    }),
    create: i18n.translate('azureOpenaiSetup.review.ask', { defaultMessage: 'Test' }),
  },
  deployment_capacity: {
    title: i18n.translate('azureOpenaiSetup.step.capacity.title', {
      defaultMessage: 'Throughput of the deployment',
    }),
  },
};

const actionText: Record<PlannedAction, string> = {
  create: i18n.translate('azureOpenaiSetup.review.create', { defaultMessage: 'Create' }),
  reuse: i18n.translate('azureOpenaiSetup.review.reuse', { defaultMessage: 'Exists' }),
  conflict: i18n.translate('azureOpenaiSetup.review.conflict', {
    defaultMessage: 'Conflict',
  }),
};

const actionColor = {
  create: 'primary',
  reuse: 'hollow',
  conflict: 'danger',
} as const satisfies Record<PlannedAction, string>;

/** The badge of something that exists. */
export const reuseBadge = { color: actionColor.reuse, children: actionText.reuse };

/** Describes what happens to a deleted account of the same name. */
const deletedAccount = {
  restore: {
    color: 'primary',
    children: i18n.translate('azureOpenaiSetup.review.restore', {
      defaultMessage: 'Restore',
    }),
  },
  purge: {
    color: 'danger',
    children: i18n.translate('azureOpenaiSetup.review.purge', {
      defaultMessage: 'Purge, then create',
    }),
  },
} as const;

/** The badge of a planned step: its action and color. */
export function plannedBadge(planned: PlannedStep): { color: string; children: string } {
  const { step, action } = planned;
  if (planned.action === 'create' && planned.onDeleted) return deletedAccount[planned.onDeleted];
  return {
    color: actionColor[action],
    children: (action === 'create' && stepText[step].create) || actionText[action],
  };
}

const statusText: Record<RunStepStatus, string> = {
  pending: i18n.translate('azureOpenaiSetup.runStatus.pending', { defaultMessage: 'Waiting' }),
  running: i18n.translate('azureOpenaiSetup.runStatus.running', {
    defaultMessage: 'In progress',
  }),
  done: i18n.translate('azureOpenaiSetup.runStatus.done', { defaultMessage: 'Done' }),
  failed: i18n.translate('azureOpenaiSetup.runStatus.failed', { defaultMessage: 'Stopped' }),
  removed: i18n.translate('azureOpenaiSetup.runStatus.removed', { defaultMessage: 'Deleted' }),
  kept: i18n.translate('azureOpenaiSetup.runStatus.kept', { defaultMessage: 'Kept' }),
};

const outcomeText = {
  created: i18n.translate('azureOpenaiSetup.runStatus.created', { defaultMessage: 'Created' }),
  reused: i18n.translate('azureOpenaiSetup.runStatus.reused', { defaultMessage: 'Reused' }),
};

export const statusOf = ({ step, status, outcome }: RunStep): string =>
  status === 'done' && outcome && isCreation(step) ? outcomeText[outcome] : statusText[status];
