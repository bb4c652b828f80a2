import { i18n } from '@kbn/i18n';
import type { Cloud, SignInKind } from '../../../common/sign_in';

interface KindText {
  title: string;
  description: string;
  submit: string;
  testSubj: string;
}

export const kindText: Record<SignInKind, KindText> = {
  device_code: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.deviceCode.title', {
      defaultMessage: 'Sign in with your Microsoft account',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.deviceCode.description', {
      defaultMessage: 'You type a short code on a page of Microsoft. Nothing to prepare.',
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.deviceCode.submit', {
      defaultMessage: 'Get a code',
    }),
    testSubj: 'signInDeviceCode',
  },
  service_principal: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.servicePrincipal.title', {
      defaultMessage: 'Use a service principal',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.servicePrincipal.description', {
      defaultMessage: 'An application with a client secret. The secret is used once and not kept.',
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.servicePrincipal.submit', {
      defaultMessage: 'Sign in',
    }),
    testSubj: 'signInServicePrincipal',
  },
  server_identity: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.serverIdentity.title', {
      defaultMessage: "Use the Kibana server's identity",
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.serverIdentity.description', {
      defaultMessage: 'The managed or workload identity that this server has in Azure.',
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.serverIdentity.submit', {
      defaultMessage: 'Sign in',
    }),
    testSubj: 'signInServerIdentity',
  },
  access_token: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.title', {
      defaultMessage: 'Paste an access token',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.description', {
      defaultMessage: 'From a terminal where you are signed in to Azure already.',
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.submit', {
      defaultMessage: 'Sign in',
    }),
    testSubj: 'signInAccessToken',
  },
};

export const cloudText: Record<Cloud, string> = {
  public: i18n.translate('azureOpenaiSetup.wizard.connect.cloud.public', {
    defaultMessage: 'Azure (public)',
  }),
  usGovernment: i18n.translate('azureOpenaiSetup.wizard.connect.cloud.usGovernment', {
    defaultMessage: 'Azure US Government',
  }),
  china: i18n.translate('azureOpenaiSetup.wizard.connect.cloud.china', {
    defaultMessage: 'Azure in China',
  }),
};

/** Sign-in fields: label, and the words for a broken rule. */
export const credentialText = {
  tenant: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.tenant.label', {
      defaultMessage: 'Tenant',
    }),
    help: i18n.translate('azureOpenaiSetup.wizard.connect.tenant.help', {
      defaultMessage: "The directory's ID or one of its domains, such as contoso.com.",
    }),
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.tenant.rule', {
      defaultMessage: 'A tenant ID or a domain name.',
    }),
  },
  clientId: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.clientId.label', {
      defaultMessage: 'Application (client) ID',
    }),
    help: undefined,
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.clientId.rule', {
      defaultMessage: 'An ID such as 00000000-0000-0000-0000-000000000000.',
    }),
  },
  clientSecret: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.clientSecret.label', {
      defaultMessage: 'Client secret',
    }),
    help: i18n.translate('azureOpenaiSetup.wizard.connect.clientSecret.help', {
      defaultMessage: "The secret's value, not its ID.",
    }),
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.clientSecret.rule', {
      defaultMessage: '1 to 1,024 characters.',
    }),
  },
  accessToken: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.label', {
      defaultMessage: 'Access token for Azure Resource Manager',
    }),
    help: undefined,
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.rule', {
      defaultMessage: 'Paste the whole token.',
    }),
  },
};
export type CredentialField = keyof typeof credentialText;
