import { EuiFieldPassword, EuiFieldText, EuiFormRow, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { credentialText, refusedText, type CredentialField } from './credential_text';

interface ConnectFieldProps {
  field: CredentialField;
  value: string;
  onChange(value: string): void;
  /** True if the value is valid. */
  valid: boolean;
  /** True if Kibana or Microsoft refused the value. */
  refused?: boolean;
  secret?: boolean;
  /** Can be empty. */
  optional?: boolean;
  /** Number of submit attempts. */
  attempts?: number;
  testSubj: string;
}

/** A sign-in field. Its error shows after blur or submit. */
export function ConnectField(props: ConnectFieldProps): ReactElement {
  const { field, value, onChange, valid, refused = false, secret, optional, testSubj } = props;
  const { attempts = 0 } = props;
  const [left, setLeft] = useState(false);
  const { label, help, rule } = credentialText[field];
  const isEmpty = value === '';
  const broken = isEmpty ? !optional && attempts > 0 : (left || attempts > 0) && !valid;
  const input = {
    value,
    fullWidth: true,
    isInvalid: broken || refused,
    onBlur: () => setLeft(true),
    'data-test-subj': testSubj,
  };
  return (
    // Removes the margin of consecutive rows, which the grid does not need.
    <div>
      <EuiFormRow
        label={label}
        labelAppend={optional && <Optional />}
        helpText={refused ? undefined : help}
        fullWidth
        isInvalid={input.isInvalid}
        data-invalid={input.isInvalid || undefined}
        error={broken ? rule : refused && refusedText}
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
    </div>
  );
}

const Optional = (): ReactElement => (
  <EuiText size="xs" color="subdued">
    {i18n.translate('azureOpenaiSetup.signIn.optional', { defaultMessage: 'Optional' })}
  </EuiText>
);
