import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { needsSignIn } from '../shell/page_problem';
import { Screen } from '../shell/screen';
import { ChangePanel } from './change_panel';
import { PlanValues, ProblemAbove, type PlanValuesProps } from './plan_values';

interface ChangeScreenProps extends PlanValuesProps {
  run: Run;
  resuming: boolean;
  problem?: Problem;
  onResume(request: SetupRequest): void;
  onCancel(): void;
}

const title = i18n.translate('azureOpenaiSetup.plan.change', {
  defaultMessage: 'Change the plan and resume',
});

/** The plan of a stopped run. Setup resumes with the changed values and checks them then. */
export function ChangeScreen(props: ChangeScreenProps): ReactElement {
  const { run, resuming, problem, onResume, onCancel, ...values } = props;
  const [stopped] = useState(run.problem);
  const shown = problem ?? stopped;
  const signInFirst = needsSignIn(shown) && !values.form.problem;
  return (
    <Screen
      title={title}
      panel={
        <ChangePanel
          form={values.form}
          resuming={resuming}
          fill={!signInFirst && !values.form.problem}
          onResume={onResume}
          onCancel={onCancel}
        />
      }
    >
      {shown && <ProblemAbove problem={shown} main={signInFirst} />}
      <PlanValues {...values} />
    </Screen>
  );
}
