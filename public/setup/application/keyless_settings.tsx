import { EuiFormRow, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { keylessValues } from '../../../common/targets/targets';
import { chosenAccount } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { useTargetAdvice } from '../target/target_facts';
import { usePageActions } from '../screen/page_actions';
import { ApplicationForm } from './application_form';

const text = {
  label: i18n.translate('azureOpenaiSetup.keyless.label', {
    defaultMessage: 'Connect without API keys',
  }),
  help: i18n.translate('azureOpenaiSetup.keyless.help', {
    defaultMessage:
      "Creates an inference endpoint that signs in with Microsoft Entra ID. A resource that setup creates then doesn't accept keys.",
  }),
  forced: i18n.translate('azureOpenaiSetup.keyless.forced', {
    defaultMessage: "The chosen resource doesn't accept API keys.",
  }),
};

/** The option to connect without API keys, and its application. */
export function KeylessSettings(step: FormStepProps): ReactElement | null {
  const { request, session, update, reset } = step;
  const { renewSession } = usePageActions();
  const isKeyless = request.authentication === 'entra_id';
  const found = useTargetAdvice(step);
  // Hidden if not possible here, but an existing choice can still be undone.
  if (!isKeyless && (!found || found.keylessRefusal)) return null;
  const isForced = isKeyless && chosenAccount(step)?.keysDisabled === true;
  return (
    <>
      <EuiFormRow helpText={isForced ? text.forced : text.help} fullWidth>
        <EuiSwitch
          label={text.label}
          checked={isKeyless}
          disabled={isForced}
          onChange={({ target: { checked } }) =>
            checked ? update(keylessValues) : reset(['authentication', 'target', 'applicationId'])
          }
          data-test-subj="keylessSwitch"
        />
      </EuiFormRow>
      {isKeyless && session && (
        <>
          <EuiSpacer size="m" />
          <div id="azureOpenaiSetup-applicationId-row">
            <ApplicationForm
              session={session}
              applicationId={request.applicationId}
              onUsed={(renewed, applicationId) => {
                renewSession(renewed);
                update({ applicationId });
              }}
            />
          </div>
        </>
      )}
    </>
  );
}
