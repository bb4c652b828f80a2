import { EuiButton, EuiIcon, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import * as v from 'valibot';
import * as fields from '../../../common/fields';
import { clientSecret as clientSecretSchema, type SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useApplication } from '../../api/mutations';
import { ProblemCallout } from '../../shared/problems/problem_callout';
import { useFocusOnError } from '../../shared/use_focus_on_error';
import { ConnectField } from '../sign_in/credential_field';

const text = {
  about: i18n.translate('azureOpenaiSetup.application.about', {
    defaultMessage:
      'Elasticsearch signs in to the model as this application. In the Azure portal, create an app registration in the same tenant, then create a client secret under "Certificates & secrets". The application needs no roles of its own: setup assigns the one for the model, or gives you a command for it.',
  }),
  link: i18n.translate('azureOpenaiSetup.application.link', {
    defaultMessage: 'How to create an app registration',
  }),
  resume: i18n.translate('azureOpenaiSetup.application.continue', {
    defaultMessage: 'Continue with this application',
  }),
  submit: i18n.translate('azureOpenaiSetup.application.submit', {
    defaultMessage: 'Use this application',
  }),
  used: i18n.translate('azureOpenaiSetup.application.used', {
    defaultMessage: 'The application signed in. Elasticsearch will use it.',
  }),
  expiry: i18n.translate('azureOpenaiSetup.application.expiry', {
    defaultMessage:
      "Kibana can't read when the secret expires, so note the date. After that date, the assistants stop working until the inference endpoint gets a new secret.",
  }),
  secret: i18n.translate('azureOpenaiSetup.application.secret', {
    defaultMessage:
      'Elasticsearch stores the secret and never returns it. Kibana keeps the secret in the sealed sign-in only.',
  }),
};

/** Wide enough for an ID; EUI recommends it for forms. */
const narrowRows = { '.euiFormRow': { maxInlineSize: 480 } } as const;

const howTo = 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app';

interface ApplicationFormProps {
  session: SignedIn;
  /** The application of the request. */
  applicationId?: string;
  /** The problem of the stopped run. */
  stoppedBy?: Problem;
  /** True while the next action is running. */
  loading?: boolean;
  /** `session` replaces the sealed session. */
  onUsed(session: string, applicationId: string): void;
}

/** Client id and secret of the person's application, tested with Microsoft Entra ID before use. */
export function ApplicationForm(props: ApplicationFormProps): ReactElement {
  const { session, stoppedBy, loading = false, onUsed } = props;
  const application = useApplication();
  const [applicationId, setApplicationId] = useState(props.applicationId ?? '');
  const [clientSecret, setClientSecret] = useState('');
  const [attempts, setAttempts] = useState(0);
  const problem = problemOf(application.error);
  const shown = problem ?? stoppedBy;
  const form = useFocusOnError(attempts, application.error);
  const isIdValid = v.is(fields.guid, applicationId);
  const isSecretValid = v.is(clientSecretSchema, clientSecret);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAttempts((before) => before + 1);
    if (!isIdValid || !isSecretValid) return;
    application.mutate(
      () => ({ body: { session: session.session, applicationId, clientSecret } }),
      {
        onSuccess: (answer) => {
          setClientSecret('');
          setAttempts(0);
          onUsed(answer.session, applicationId);
        },
      },
    );
  };
  const change = (set: (value: string) => void) => (value: string) => {
    application.reset();
    set(value);
  };
  return (
    <form ref={form} onSubmit={send} noValidate css={narrowRows} data-test-subj="applicationForm">
      {!stoppedBy && <About />}
      {shown && (
        <>
          <ProblemCallout problem={shown} />
          <EuiSpacer size="m" />
        </>
      )}
      <ConnectField
        field="clientId"
        value={applicationId}
        onChange={change(setApplicationId)}
        valid={isIdValid}
        refused={problem?.field === 'applicationId'}
        attempts={attempts}
        testSubj="applicationIdInput"
      />
      <EuiSpacer size="s" />
      <ConnectField
        field="clientSecret"
        value={clientSecret}
        onChange={change(setClientSecret)}
        valid={isSecretValid}
        refused={problem?.field === 'clientSecret'}
        secret
        attempts={attempts}
        testSubj="applicationSecretInput"
      />
      <EuiSpacer size="s" />
      <EuiText size="xs" color="subdued">
        <p>
          {text.secret} {text.expiry}
        </p>
      </EuiText>
      <div role="status">
        {application.isSuccess && (
          <EuiText size="s" data-test-subj="applicationUsed">
            <p>
              <EuiIcon type="check" color="success" aria-hidden={true} /> {text.used}
            </p>
          </EuiText>
        )}
      </div>
      <EuiSpacer size="s" />
      <EuiButton
        type="submit"
        size="s"
        fill={stoppedBy !== undefined}
        isLoading={application.isPending || loading}
        data-test-subj="useApplication"
      >
        {stoppedBy ? text.resume : text.submit}
      </EuiButton>
    </form>
  );
}

function About(): ReactElement {
  return (
    <>
      <EuiText size="s" color="subdued">
        <p>
          {text.about}{' '}
          <EuiLink href={howTo} target="_blank">
            {text.link}
          </EuiLink>
        </p>
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}
