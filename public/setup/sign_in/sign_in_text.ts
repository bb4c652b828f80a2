import { i18n } from '@kbn/i18n';
import type { Cloud, SignInKind } from '../../../common/sign_in';

interface WayText {
  title: string;
  description: string;
  /** On the button. */
  submit: string;
  testSubj: string;
}

export const wayText: Record<SignInKind, WayText> = {
  device_code: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.deviceCode.title', {
      defaultMessage: 'Microsoft account',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.deviceCode.description', {
      defaultMessage: 'Enter a one-time code on the Microsoft sign-in page. No setup needed.',
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.deviceCode.submit', {
      defaultMessage: 'Sign in with Microsoft',
    }),
    testSubj: 'signInDeviceCode',
  },
  service_principal: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.servicePrincipal.title', {
      defaultMessage: 'Service principal',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.servicePrincipal.description', {
      defaultMessage: "Use an app registration and client secret. Kibana doesn't store the secret.",
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.servicePrincipal.submit', {
      defaultMessage: 'Sign in',
    }),
    testSubj: 'signInServicePrincipal',
  },
  server_identity: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.serverIdentity.title', {
      defaultMessage: 'Kibana server identity',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.serverIdentity.description', {
      defaultMessage: 'Use the managed or workload identity that the Kibana server has in Azure.',
    }),
    submit: i18n.translate('azureOpenaiSetup.wizard.connect.serverIdentity.submit', {
      defaultMessage: 'Sign in as the Kibana server',
    }),
    testSubj: 'signInServerIdentity',
  },
  access_token: {
    title: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.title', {
      defaultMessage: 'Access token',
    }),
    description: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.description', {
      defaultMessage: "Use a token from a terminal where you're signed in to Azure.",
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
      defaultMessage: 'Directory (tenant)',
    }),
    help: i18n.translate('azureOpenaiSetup.wizard.connect.tenant.help', {
      defaultMessage: 'ID or domain, such as contoso.com.',
    }),
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.tenant.rule', {
      defaultMessage: 'Enter a directory ID or a domain name.',
    }),
  },
  clientId: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.clientId.label', {
      defaultMessage: 'Application (client) ID',
    }),
    help: undefined,
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.clientId.rule', {
      defaultMessage: 'Enter an ID such as 00000000-0000-0000-0000-000000000000.',
    }),
  },
  clientSecret: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.clientSecret.label', {
      defaultMessage: 'Client secret',
    }),
    help: i18n.translate('azureOpenaiSetup.wizard.connect.clientSecret.help', {
      defaultMessage: 'Value of the secret, not its ID.',
    }),
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.clientSecret.rule', {
      defaultMessage: 'Enter the client secret, at most 1,024 characters.',
    }),
  },
  accessToken: {
    label: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.label', {
      defaultMessage: 'Access token for Azure Resource Manager',
    }),
    help: undefined,
    rule: i18n.translate('azureOpenaiSetup.wizard.connect.accessToken.rule', {
      defaultMessage: 'Paste the whole token, at most 24,576 characters.',
    }),
  },
};
export type CredentialField = keyof typeof credentialText;

/** The error of a field whose value kept its rule. */
export const refusedText = i18n.translate('azureOpenaiSetup.signIn.refused', {
  defaultMessage: 'Microsoft refused this value.',
});
