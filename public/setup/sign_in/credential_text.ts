import { i18n } from '@kbn/i18n';
import { fieldText } from '../../../common/words/field_text';

/** Labels and errors of the sign-in fields. */
export const credentialText = {
  tenant: {
    label: i18n.translate('azureOpenaiSetup.signIn.tenant.label', {
      defaultMessage: 'Directory (tenant)',
    }),
    help: i18n.translate('azureOpenaiSetup.signIn.tenant.help', {
      defaultMessage: 'ID or domain, such as contoso.com.',
    }),
    rule: i18n.translate('azureOpenaiSetup.signIn.tenant.rule', {
      defaultMessage: 'Enter a tenant ID or a domain name.',
    }),
  },
  clientId: {
    label: fieldText.applicationId.label,
    help: undefined,
    rule: i18n.translate('azureOpenaiSetup.signIn.clientId.rule', {
      defaultMessage: 'Enter an ID such as 00000000-0000-0000-0000-000000000000.',
    }),
  },
  clientSecret: {
    label: i18n.translate('azureOpenaiSetup.signIn.clientSecret.label', {
      defaultMessage: 'Client secret',
    }),
    help: i18n.translate('azureOpenaiSetup.signIn.clientSecret.help', {
      defaultMessage: 'Value of the secret, not its ID.',
    }),
    rule: i18n.translate('azureOpenaiSetup.signIn.clientSecret.rule', {
      defaultMessage: 'Enter the client secret, at most 1,024 characters.',
    }),
  },
  accessToken: {
    label: i18n.translate('azureOpenaiSetup.signIn.accessToken.label', {
      defaultMessage: 'Access token for Azure Resource Manager',
    }),
    help: undefined,
    rule: i18n.translate('azureOpenaiSetup.signIn.accessToken.rule', {
      defaultMessage: 'Paste the whole token, at most 24,576 characters.',
    }),
  },
};
export type CredentialField = keyof typeof credentialText;

/** The error of a value that Kibana or Microsoft refused; the problem above the form has the reason. */
export const refusedText = i18n.translate('azureOpenaiSetup.signIn.refused', {
  defaultMessage: 'This value was refused.',
});
