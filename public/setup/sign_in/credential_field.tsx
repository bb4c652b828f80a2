import { EuiFieldPassword, EuiFieldText, EuiFormRow } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { credentialText, type CredentialField } from './sign_in_text';

interface ConnectFieldProps {
  field: CredentialField;
  value: string;
  onChange(value: string): void;
  /** Keeps its rule. */
  valid: boolean;
  /** Azure refused what stands here. */
  refused?: boolean;
  secret?: boolean;
  optional?: ReactElement;
  testSubj: string;
}

/** One value of a sign-in. A broken rule shows once the person has left the field. */
export function ConnectField(props: ConnectFieldProps): ReactElement {
  const { field, value, onChange, valid, refused = false, secret, optional, testSubj } = props;
  const [left, setLeft] = useState(false);
  const { label, help, rule } = credentialText[field];
  const broken = left && value !== '' && !valid;
  const input = {
    value,
    fullWidth: true,
    isInvalid: broken || refused,
    onBlur: () => setLeft(true),
    'data-test-subj': testSubj,
  };
  return (
    <EuiFormRow
      label={label}
      labelAppend={optional}
      helpText={help}
      fullWidth
      isInvalid={input.isInvalid}
      error={broken ? rule : undefined}
    >
      {secret ? (
        <EuiFieldPassword
          {...input}
          type="dual"
          autoComplete="new-password"
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <EuiFieldText
          {...input}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value.trim())}
        />
      )}
    </EuiFormRow>
  );
}
