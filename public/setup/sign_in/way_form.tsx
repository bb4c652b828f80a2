import { EuiButton, EuiFormRow, EuiSelect, EuiSpacer, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { FormEvent, ReactElement } from 'react';
import * as v from 'valibot';
import type { Problem } from '../../../common/problem';
import { cloudSchema, type Cloud, type SignInKind } from '../../../common/sign_in';
import { useFocusOnError } from '../../shared/use_focus_on_error';
import { PageProblem } from '../screen/page_problem';
import type { Challenge } from './challenge';
import type { Credentials } from './credentials';
import { CredentialsForm } from './credentials_form';
import { refusedText } from './credential_text';
import { cloudText, wayText } from './sign_in_text';

interface WayFormProps {
  kind: SignInKind;
  typed: Credentials;
  onChange(change: Partial<Credentials>): void;
  cloud: Cloud;
  onCloudChange(cloud: Cloud): void;
  challenge: Challenge | undefined;
  problem: Problem | undefined;
  /** Number of submit attempts. */
  attempts: number;
  isBusy: boolean;
  onSubmit(): void;
}

/** The fields of one kind of sign-in with their button. The first field with an error takes the focus. */
export function WayForm(props: WayFormProps): ReactElement {
  const { kind, problem, attempts, isBusy, onSubmit } = props;
  const { euiTheme } = useEuiTheme();
  const field = problem?.field;
  const form = useFocusOnError(attempts, field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      {problem && (
        <>
          {/* The field is in this form, not in the plan. */}
          <PageProblem problem={{ ...problem, field: undefined }} />
          <EuiSpacer size="s" />
        </>
      )}
      <div
        css={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
          gap: euiTheme.size.m,
        }}
      >
        <CredentialsForm {...props} refused={field} />
        {kind !== 'server_identity' && <CloudChoice {...props} />}
      </div>
      <EuiSpacer size="s" />
      <EuiButton type="submit" fill isLoading={isBusy} data-test-subj="signInSubmit">
        {wayText[kind].submit}
      </EuiButton>
    </form>
  );
}

function CloudChoice({ cloud, onCloudChange, problem }: WayFormProps): ReactElement {
  const isRefused = problem?.field === 'cloud';
  return (
    <div>
      <EuiFormRow
        fullWidth
        label={i18n.translate('azureOpenaiSetup.signIn.cloud.label', {
          defaultMessage: 'Cloud',
        })}
        isInvalid={isRefused}
        data-invalid={isRefused || undefined}
        error={isRefused ? refusedText : undefined}
      >
        <EuiSelect
          fullWidth
          value={cloud}
          isInvalid={isRefused}
          options={cloudSchema.options.map((value) => ({ value, text: cloudText[value] }))}
          onChange={(event) => onCloudChange(v.parse(cloudSchema, event.target.value))}
          data-test-subj="signInCloud"
        />
      </EuiFormRow>
    </div>
  );
}
