import { EuiButton, EuiFormRow, EuiSelect, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type FormEvent, type ReactElement } from 'react';
import * as v from 'valibot';
import type { Environment } from '../../../common/environment';
import {
  cloudSchema,
  type Cloud,
  type DeviceCode,
  type SignedIn,
  type SignInKind,
} from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useSignIn } from '../../api/mutations';
import { ChallengeCallout, type Challenge } from './challenge';
import { ConnectCards } from './cards';
import { CredentialsForm, noCredentials, signInOf } from './credentials';
import { DeviceCodeWait } from './device_code';
import { cloudText, kindText } from './sign_in_text';
import { PageProblem } from '../shell/page_problem';

interface ConnectSignInProps {
  environment: Environment;
  tenant?: string;
  challenge?: Challenge;
  code?: DeviceCode;
  onCode(code: DeviceCode | undefined): void;
  onSignedIn(session: SignedIn): void;
}

/** Typed credentials stay in this component's state. */
export function ConnectSignIn(props: ConnectSignInProps): ReactElement {
  const { environment, tenant = '', challenge, code, onCode, onSignedIn } = props;
  const [kind, setKind] = useState<SignInKind>(
    challenge ? 'device_code' : (environment.signInKinds[0] ?? 'device_code'),
  );
  const [cloud, setCloud] = useState<Cloud>('public');
  const [typed, setTyped] = useState({ ...noCredentials, tenant });
  const [hasAsked, setHasAsked] = useState(false);
  const signIn = useSignIn();
  const body = signInOf(kind, cloud, typed, challenge?.claims);
  const problem = problemOf(signIn.error);
  const submit = () => {
    if (!body) return;
    onCode(undefined);
    signIn.mutate(() => ({ body }), {
      onSuccess: (answer) => {
        // The answer holds a sealed session, which must not stay in the cache.
        signIn.reset();
        setHasAsked(true);
        if (answer.status === 'signed_in') onSignedIn(answer);
        else onCode(answer);
      },
    });
  };
  if (code) {
    const forget = () => {
      signIn.reset();
      setHasAsked(false);
      onCode(undefined);
    };
    return (
      <DeviceCodeWait
        code={code}
        asAzureCli={environment.deviceCodeClientIsAzureCli}
        onSignedIn={onSignedIn}
        // After a reload the form has no values to request a code with.
        onTryAgain={hasAsked ? submit : forget}
        onCancel={forget}
      />
    );
  }
  const choose = (next: SignInKind) => {
    setKind(next);
    signIn.reset();
  };
  return (
    <>
      {challenge && <ChallengeCallout />}
      <CloudChoice cloud={cloud} onChange={setCloud} />
      <EuiSpacer size="m" />
      <ConnectCards kinds={environment.signInKinds} chosen={kind} onChoose={choose}>
        <SubmitForm
          kind={kind}
          ready={body !== undefined}
          busy={signIn.isPending}
          onSubmit={submit}
        >
          <CredentialsForm
            kind={kind}
            typed={typed}
            onChange={(change) => setTyped((now) => ({ ...now, ...change }))}
            refused={problem?.field}
            {...(challenge && { challenge })}
          />
          {problem && (
            <>
              <EuiSpacer size="m" />
              <PageProblem problem={problem} />
            </>
          )}
        </SubmitForm>
      </ConnectCards>
    </>
  );
}

interface SubmitFormProps {
  kind: SignInKind;
  ready: boolean;
  busy: boolean;
  onSubmit(): void;
  children: React.ReactNode;
}

function SubmitForm({ kind, ready, busy, onSubmit, children }: SubmitFormProps): ReactElement {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} noValidate>
      {children}
      <EuiSpacer size="m" />
      <EuiButton
        type="submit"
        fill
        isDisabled={!ready}
        isLoading={busy}
        data-test-subj="signInSubmit"
      >
        {kindText[kind].submit}
      </EuiButton>
    </form>
  );
}

function CloudChoice({
  cloud,
  onChange,
}: {
  cloud: Cloud;
  onChange(cloud: Cloud): void;
}): ReactElement {
  return (
    <EuiFormRow
      label={i18n.translate('azureOpenaiSetup.wizard.connect.cloud.label', {
        defaultMessage: 'Cloud',
      })}
    >
      <EuiSelect
        compressed
        value={cloud}
        options={cloudSchema.options.map((value) => ({ value, text: cloudText[value] }))}
        onChange={(event) => onChange(v.parse(cloudSchema, event.target.value))}
        data-test-subj="signInCloud"
      />
    </EuiFormRow>
  );
}
