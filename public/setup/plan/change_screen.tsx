import { EuiButtonEmpty, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { needsSignIn } from '../screen/needs_sign_in';
import { Screen } from '../screen/screen';
import { PanelTitle } from './creation_panel';
import { CreationTree } from './creation_tree';
import { PlanValues, ProblemAbove, type PlanValuesProps } from './plan_values';
import { PrimaryAction } from './primary_action';
import { formObstacle } from './primary_button';

interface ChangeScreenProps extends PlanValuesProps {
  run: Run;
  resuming: boolean;
  problem?: Problem;
  onResume(request: SetupRequest): void;
  onCancel(): void;
}

const text = {
  title: i18n.translate('azureOpenaiSetup.plan.change', {
    defaultMessage: 'Change the plan and resume',
  }),
  panel: i18n.translate('azureOpenaiSetup.change.title', {
    defaultMessage: 'Values for the remaining steps',
  }),
  resume: i18n.translate('azureOpenaiSetup.planButton.resume', {
    defaultMessage: 'Resume with these values',
  }),
  back: i18n.translate('azureOpenaiSetup.planButton.backToRun', {
    defaultMessage: 'Back without changes',
  }),
};

/** The plan of a stopped run. Setup resumes with the changed values and checks them then. */
export function ChangeScreen(props: ChangeScreenProps): ReactElement {
  const { run, problem, ...values } = props;
  const [stopped] = useState(run.problem);
  const shown = problem ?? stopped;
  const signInFirst = needsSignIn(shown) && !values.form.problem;
  return (
    <Screen
      title={text.title}
      panel={<Panel {...props} fill={!signInFirst && !values.form.problem} />}
    >
      {shown && <ProblemAbove problem={shown} main={signInFirst} />}
      <PlanValues {...values} />
    </Screen>
  );
}

interface PanelProps extends ChangeScreenProps {
  /** False if another button of the screen is the primary one. */
  fill: boolean;
}

/** The values of a stopped setup, and the button that resumes it. */
function Panel({ form, resuming, fill, onResume, onCancel }: PanelProps): ReactElement {
  const request = form.props?.request;
  return (
    <>
      <PanelTitle text={text.panel} />
      {request ? (
        <CreationTree
          request={request}
          options={form.options}
          optionsLoading={form.props?.optionsLoading ?? true}
        />
      ) : (
        <EuiSkeletonText lines={6} />
      )}
      <EuiSpacer size="m" />
      <PrimaryAction
        text={text.resume}
        loading={resuming}
        fill={fill}
        obstacle={formObstacle(form)}
        onClick={() => request && onResume(request)}
        testSubj="resumeButton"
      />
      <EuiSpacer size="s" />
      <EuiButtonEmpty size="s" flush="left" onClick={() => onCancel()} data-test-subj="backButton">
        {text.back}
      </EuiButtonEmpty>
    </>
  );
}
