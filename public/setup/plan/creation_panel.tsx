import { EuiButtonEmpty, EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Plan } from '../../../common/plan';
import type { SetupRequest } from '../../../common/setup_request';
import { usualTime } from '../../../common/steps';
import { lazyPart } from '../../shared/lazy_part';
import type { Form } from '../form/use_form';
import { CreationTree } from './creation_tree';
import { PrimaryAction } from './primary_action';
import { formObstacle, primaryNote, primaryObstacle, primaryText } from './primary_button';
import type { CheckedPlan } from './use_checked_plan';

const ChecksTicking = lazyPart(async () => (await import('./checks/checks_ticking')).ChecksTicking);

interface CreationPanelProps {
  form: Form;
  plan: CheckedPlan;
  starting: boolean;
  /** False if another button of the screen is the primary one. */
  fill: boolean;
  /** Opens the list of checks. */
  onReview(): void;
  onStart(request: SetupRequest): void;
}

const text = {
  title: i18n.translate('azureOpenaiSetup.tree.title', {
    defaultMessage: 'What will be created',
  }),
  create: i18n.translate('azureOpenaiSetup.plan.create', { defaultMessage: 'Create resources' }),
};

/** The time that the planned steps usually take, in minutes. */
const minutesOf = ({ steps }: Plan): number => {
  const made = steps.filter(({ action }) => action === 'create');
  return Math.ceil(made.reduce((total, { step }) => total + usualTime(step), 0) / 60_000);
};

const promise = (plan: Plan): string =>
  i18n.translate('azureOpenaiSetup.plan.promise', {
    defaultMessage:
      'Takes about {minutes, plural, one {# minute} other {# minutes}}. You can delete everything later.',
    values: { minutes: minutesOf(plan) },
  });

/** The resources to create, and the button that creates them. */
export function CreationPanel(props: CreationPanelProps): ReactElement {
  const { form, plan, starting, fill, onReview, onStart } = props;
  const request = form.props?.request;
  const { found, problem, loading } = plan;
  const obstacle = formObstacle(form) ?? primaryObstacle(problem ? undefined : found, loading);
  const note = found && primaryNote(found);
  return (
    <>
      <PanelTitle text={text.title} />
      {(request || !form.problem) && (
        <CreationTree
          request={request}
          options={form.options}
          optionsLoading={form.props?.optionsLoading ?? true}
          {...(found && !loading && { plan: found })}
        />
      )}
      <EuiSpacer size="m" />
      <PrimaryAction
        text={found && !loading ? primaryText(found) : text.create}
        loading={starting}
        fill={fill}
        {...(!starting && obstacle !== undefined && { obstacle })}
        note={
          note === undefined ? (
            found && promise(found)
          ) : (
            <ReviewLink text={note} onClick={onReview} />
          )
        }
        onClick={() => request && onStart(request)}
        testSubj="setUpButton"
      />
      {loading && request && <ChecksTicking verdicts={plan.verdicts} />}
    </>
  );
}

const ReviewLink = ({ text: note, onClick }: { text: string; onClick(): void }): ReactElement => (
  <EuiButtonEmpty
    size="xs"
    flush="both"
    textProps={false}
    css={{ blockSize: 'auto', whiteSpace: 'normal' }}
    onClick={() => onClick()}
    data-test-subj="reviewChecks"
  >
    {note}
  </EuiButtonEmpty>
);

export function PanelTitle({ text: title }: { text: string }): ReactElement {
  return (
    <>
      <EuiTitle size="xs">
        <h3>{title}</h3>
      </EuiTitle>
      <EuiSpacer size="s" />
    </>
  );
}
