import { i18n } from '@kbn/i18n';
import type { Run } from '../../../common/run';
import { isMoving } from '../../api/queries';
import { fieldText } from '../../../common/words/field_text';
import { formatList } from '../../../common/words/format';
import { primaryNote, primaryObstacle, primaryText } from '../plan/primary_button';
import type { Form } from '../form/use_form';
import type { WizardState } from './use_wizard';
import type { Bar, BarButton } from './wizard_bar';
import { isFormStep, stepIds, type WizardStepId } from './step_ids';

const text = {
  back: i18n.translate('azureOpenaiSetup.wizard.bar.back', { defaultMessage: 'Back' }),
  next: i18n.translate('azureOpenaiSetup.wizard.bar.next', { defaultMessage: 'Next' }),
  review: i18n.translate('azureOpenaiSetup.wizard.bar.review', { defaultMessage: 'Review' }),
  setUp: i18n.translate('azureOpenaiSetup.wizard.bar.setUp', { defaultMessage: 'Set up' }),
  remove: i18n.translate('azureOpenaiSetup.wizard.bar.remove', {
    defaultMessage: 'Remove created resources',
  }),
  removeRest: i18n.translate('azureOpenaiSetup.wizard.bar.removeRest', {
    defaultMessage: 'Remove the rest',
  }),
  stop: i18n.translate('azureOpenaiSetup.wizard.bar.stop', { defaultMessage: 'Stop' }),
  backToRun: i18n.translate('azureOpenaiSetup.wizard.bar.backToRun', {
    defaultMessage: 'Back without changes',
  }),
  resume: i18n.translate('azureOpenaiSetup.wizard.bar.resume', {
    defaultMessage: 'Resume with these values',
  }),
  another: i18n.translate('azureOpenaiSetup.wizard.bar.another', {
    defaultMessage: 'Set up another',
  }),
};

/** The reason why the review cannot open yet. */
function formObstacle({ props, settling, problem }: Form): string | undefined {
  if (problem && !props) {
    return i18n.translate('azureOpenaiSetup.wizard.bar.solveFirst', {
      defaultMessage: 'Solve the problem above first.',
    });
  }
  if (!props || settling) {
    return i18n.translate('azureOpenaiSetup.wizard.bar.settling', {
      defaultMessage: 'Kibana is choosing values.',
    });
  }
  if (props.invalid.size === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.wizard.bar.correct', {
    defaultMessage: 'Correct first: {fields}.',
    values: { fields: formatList([...props.invalid].map((field) => fieldText[field].label)) },
  });
}

const neighbour = (step: WizardStepId, distance: 1 | -1) =>
  stepIds[stepIds.indexOf(step) + distance];

function formBar(wizard: WizardState, step: WizardStepId): Bar {
  const { form, openStep } = wizard;
  const before = neighbour(step, -1);
  const after = neighbour(step, 1);
  return {
    ...(before && {
      back: { text: text.back, testSubj: 'backButton', onClick: () => openStep(before) },
    }),
    ...(after &&
      isFormStep(after) && {
        next: { text: text.next, testSubj: 'nextButton', onClick: () => openStep(after) },
      }),
    primary: {
      text: text.review,
      testSubj: 'reviewButton',
      onClick: () => openStep('review'),
      obstacle: formObstacle(form),
    },
  };
}

/** The values of a run that is being changed. */
function changeBar(wizard: WizardState, step: WizardStepId): Bar {
  const { control, form, location, go } = wizard;
  return {
    ...formBar(wizard, step),
    back: {
      text: text.backToRun,
      testSubj: 'backButton',
      onClick: () => go({ runId: location.runId }),
    },
    primary: {
      text: text.resume,
      testSubj: 'resumeButton',
      loading: control.resuming,
      onClick: wizard.resumeChanged,
      obstacle: formObstacle(form),
    },
  };
}

function reviewBar({ plan, form, openStep, start, startRun }: WizardState): Bar {
  const request = form.props?.request;
  const obstacle = plan.problem
    ? primaryObstacle(undefined, plan.loading)
    : primaryObstacle(plan.found, plan.loading);
  return {
    back: { text: text.back, testSubj: 'backButton', onClick: () => openStep('target') },
    primary: {
      text: plan.found && request ? primaryText(plan.found, request, form.options) : text.setUp,
      testSubj: 'setUpButton',
      loading: start.starting,
      onClick: startRun,
      obstacle: start.starting ? undefined : obstacle,
      note: plan.found && primaryNote(plan.found),
    },
  };
}

/** True if a resource that the run created was kept, for a reason that can have passed. */
const isAnythingLeft = ({ steps }: Run): boolean =>
  steps.some(
    ({ status, outcome, problem }) => status === 'kept' && outcome === 'created' && problem,
  );

function setUpBar({ control: { run }, askToStop, setUpAnother }: WizardState): Bar {
  if (!run) return {};
  const another: BarButton = {
    text: text.another,
    testSubj: 'setUpAnother',
    onClick: setUpAnother,
  };
  const stop = { text: text.stop, testSubj: 'stopButton', danger: true, onClick: askToStop };
  const rest = { ...stop, text: text.removeRest, testSubj: 'removeRest' };
  if (run.status === 'undone')
    return { ...(isAnythingLeft(run) && { back: rest }), primary: another };
  if (run.status === 'undoing') return isMoving(run) ? {} : { back: rest, next: another };
  if (isMoving(run)) return { back: stop };
  return { back: { ...stop, text: text.remove }, next: another };
}

export function barOf(wizard: WizardState): Bar {
  const { current, session, location, setUpAnother } = wizard;
  switch (current) {
    case 'connect': {
      if (!session || location.runId) return {};
      const { back: _back, ...bar } = formBar(wizard, current);
      return bar;
    }
    case 'model':
    case 'resource':
    case 'target':
      return location.runId ? changeBar(wizard, current) : formBar(wizard, current);
    case 'review':
      return reviewBar(wizard);
    case 'set_up':
      return setUpBar(wizard);
    case 'done':
      return {
        next: { text: text.another, testSubj: 'setUpAnother', onClick: setUpAnother },
      };
  }
}
