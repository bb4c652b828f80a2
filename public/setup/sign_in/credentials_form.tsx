import { EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import * as v from 'valibot';
import type { SignInKind } from '../../../common/sign_in';
import * as fields from '../../../common/fields';
import { claimsCommand } from '../../../common/words/problems/sign_in/claims_command';
import type { Challenge } from './challenge';
import { ConnectField } from './credential_field';
import type { Credentials } from './credentials';

interface CredentialsFormProps {
  kind: SignInKind;
  typed: Credentials;
  onChange(change: Partial<Credentials>): void;
  /** The field that Azure refused. */
  refused?: string | undefined;
  challenge?: Challenge | undefined;
  attempts?: number;
}

/** The fields of one kind of sign-in. */
export function CredentialsForm(props: CredentialsFormProps): ReactElement | null {
  switch (props.kind) {
    case 'device_code':
      return <Tenant {...props} optional testSubj="deviceCodeTenant" />;
    case 'service_principal':
      return <ServicePrincipal {...props} />;
    case 'access_token':
      return <AccessToken {...props} />;
    case 'server_identity':
      return null;
  }
}

interface TenantProps extends CredentialsFormProps {
  optional?: boolean;
  testSubj: string;
}

function Tenant(props: TenantProps): ReactElement {
  const { typed, onChange, refused, optional, attempts, testSubj } = props;
  return (
    <ConnectField
      field="tenant"
      value={typed.tenant}
      onChange={(tenant) => onChange({ tenant })}
      valid={v.is(fields.tenant, typed.tenant)}
      refused={refused === 'tenant'}
      optional={optional}
      attempts={attempts}
      testSubj={testSubj}
    />
  );
}

function ServicePrincipal(props: CredentialsFormProps): ReactElement {
  const { typed, onChange, refused, attempts } = props;
  return (
    <>
      <Tenant {...props} testSubj="servicePrincipalTenant" />
      <ConnectField
        field="clientId"
        value={typed.clientId}
        onChange={(clientId) => onChange({ clientId })}
        valid={v.is(fields.guid, typed.clientId)}
        refused={refused === 'clientId'}
        attempts={attempts}
        testSubj="servicePrincipalClientId"
      />
      <ConnectField
        field="clientSecret"
        value={typed.clientSecret}
        onChange={(clientSecret) => onChange({ clientSecret })}
        valid={typed.clientSecret.length <= 1_024}
        refused={refused === 'clientSecret'}
        attempts={attempts}
        secret
        testSubj="servicePrincipalSecret"
      />
    </>
  );
}

const plainCommand = 'az account get-access-token --query accessToken -o tsv';

function AccessToken(props: CredentialsFormProps): ReactElement {
  const { typed, onChange, refused, challenge, attempts } = props;
  const command = challenge && claimsCommand(challenge.claims, challenge.tenant);
  return (
    <>
      <div css={{ gridColumn: '1 / -1' }}>
        <EuiText size="s">
          <p>
            {i18n.translate('azureOpenaiSetup.signIn.accessToken.how', {
              defaultMessage:
                'Run this command to get a token. Tokens expire after 60 to 90 minutes.',
            })}
          </p>
        </EuiText>
        <EuiSpacer size="s" />
        <EuiCodeBlock language="bash" fontSize="s" paddingSize="s" isCopyable whiteSpace="pre-wrap">
          {command ?? plainCommand}
        </EuiCodeBlock>
      </div>
      <ConnectField
        field="accessToken"
        value={typed.accessToken}
        onChange={(accessToken) => onChange({ accessToken })}
        valid={typed.accessToken.length <= 24_576}
        refused={refused === 'accessToken'}
        attempts={attempts}
        secret
        testSubj="accessTokenField"
      />
    </>
  );
}
