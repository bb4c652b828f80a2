import { i18n } from '@kbn/i18n';
import type { Cloud, SignInKind } from '../../../common/sign_in';

interface WayText {
  title: string;
  description: string;
  /** Label of the button. */
  submit: string;
  testSubj: string;
}

const submit = i18n.translate('azureOpenaiSetup.signIn.servicePrincipal.submit', {
  defaultMessage: 'Sign in',
});

export const wayText: Record<SignInKind, WayText> = {
  device_code: {
    title: i18n.translate('azureOpenaiSetup.signIn.deviceCode.title', {
      defaultMessage: 'Microsoft account',
    }),
    description: i18n.translate('azureOpenaiSetup.signIn.deviceCode.description', {
      defaultMessage: 'Enter a one-time code on the Microsoft sign-in page. No setup needed.',
    }),
    submit: i18n.translate('azureOpenaiSetup.signIn.deviceCode.submit', {
      defaultMessage: 'Sign in with Microsoft',
    }),
    testSubj: 'signInDeviceCode',
  },
  service_principal: {
    title: i18n.translate('azureOpenaiSetup.signIn.servicePrincipal.title', {
      defaultMessage: 'Service principal',
    }),
    description: i18n.translate('azureOpenaiSetup.signIn.servicePrincipal.description', {
      defaultMessage: "Use an app registration and client secret. Kibana doesn't store the secret.",
    }),
    submit,
    testSubj: 'signInServicePrincipal',
  },
  server_identity: {
    title: i18n.translate('azureOpenaiSetup.signIn.serverIdentity.title', {
      defaultMessage: 'Kibana server identity',
    }),
    description: i18n.translate('azureOpenaiSetup.signIn.serverIdentity.description', {
      defaultMessage: 'Use the managed or workload identity that the Kibana server has in Azure.',
    }),
    submit: i18n.translate('azureOpenaiSetup.signIn.serverIdentity.submit', {
      defaultMessage: 'Sign in as the Kibana server',
    }),
    testSubj: 'signInServerIdentity',
  },
  access_token: {
    title: i18n.translate('azureOpenaiSetup.signIn.accessToken.title', {
      defaultMessage: 'Access token',
    }),
    description: i18n.translate('azureOpenaiSetup.signIn.accessToken.description', {
      defaultMessage: "Use a token from a terminal where you're signed in to Azure.",
    }),
    submit,
    testSubj: 'signInAccessToken',
  },
};

export const cloudText: Record<Cloud, string> = {
  public: i18n.translate('azureOpenaiSetup.signIn.cloud.public', {
    defaultMessage: 'Azure (public)',
  }),
  usGovernment: i18n.translate('azureOpenaiSetup.signIn.cloud.usGovernment', {
    defaultMessage: 'Azure US Government',
  }),
  china: i18n.translate('azureOpenaiSetup.signIn.cloud.china', {
    defaultMessage: 'Azure in China',
  }),
};
