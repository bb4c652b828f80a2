import { EuiButtonEmpty, EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { SetupRequest } from '../../../common/setup_request';
import type { Form } from '../form/use_form';
import { PanelTitle } from './creation_panel';
import { CreationTree } from './creation_tree';
import { PrimaryAction } from './primary_action';
import { formObstacle } from './primary_button';

interface ChangePanelProps {
  form: Form;
  resuming: boolean;
  /** False if another button of the screen is the primary one. */
  fill: boolean;
  onResume(request: SetupRequest): void;
  onCancel(): void;
}

const text = {
  title: i18n.translate('azureOpenaiSetup.change.title', {
    defaultMessage: 'Values for the remaining steps',
  }),
  resume: i18n.translate('azureOpenaiSetup.planButton.resume', {
    defaultMessage: 'Resume with these values',
  }),
  back: i18n.translate('azureOpenaiSetup.planButton.backToRun', {
    defaultMessage: 'Back without changes',
  }),
};

/** The values of a stopped setup, and the button that resumes it. */
export function ChangePanel(props: ChangePanelProps): ReactElement {
  const { form, resuming, fill, onResume, onCancel } = props;
  const request = form.props?.request;
  const obstacle = formObstacle(form);
  return (
    <>
      <PanelTitle text={text.title} />
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
        {...(obstacle !== undefined && { obstacle })}
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
