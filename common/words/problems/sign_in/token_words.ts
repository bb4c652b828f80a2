import { i18n } from '@kbn/i18n';
import { sentences } from '../../format';
import { has, type Words } from '../words';

/** Device codes, the server's own identity and access tokens. */
export const tokenWords = {
  device_code_declined: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.device_code_declined.title', {
      defaultMessage: 'The sign-in was canceled',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.device_code_declined.cause', {
      defaultMessage: "You selected Cancel on Microsoft's page.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.device_code_declined.remedy', {
      defaultMessage: "Get a new code and select Continue on Microsoft's page.",
    }),
  }),
  device_code_expired: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.device_code_expired.title', {
      defaultMessage: 'The code has expired',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.device_code_expired.cause', {
      defaultMessage:
        "The sign-in wasn't completed within 15 minutes. If the Microsoft page showed an error, your organization probably blocks device codes with Conditional Access. Microsoft doesn't report this to Kibana.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.device_code_expired.remedy', {
      defaultMessage:
        'Get a new code. If device codes are blocked, sign in another way: with a service principal or an access token.',
    }),
  }),
  device_code_unknown: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.device_code_unknown.title', {
      defaultMessage: "Microsoft doesn't recognize this code",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.device_code_unknown.cause', {
      defaultMessage: 'It was already used, or it belongs to another tenant or cloud.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.device_code_unknown.remedy', {
      defaultMessage: 'Get a new code.',
    }),
  }),
  server_identity_disabled: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.server_identity_disabled.title', {
      defaultMessage: "The server's own identity is turned off",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.server_identity_disabled.cause', {
      defaultMessage:
        'With this identity, everyone who can use this page has the Azure permissions of the Kibana server. It stays off until an administrator turns it on.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.server_identity_disabled.remedy', {
      defaultMessage:
        'Sign in another way, or ask an administrator to set azure_openai_setup.serverIdentity.enabled: true in kibana.yml.',
    }),
  }),
  server_identity_unavailable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.server_identity_unavailable.title', {
      defaultMessage: 'The Kibana server has no Azure identity',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.server_identity_unavailable.cause', {
      defaultMessage:
        'Kibana found neither a managed identity nor a workload identity, or Azure gave it no token.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.server_identity_unavailable.remedy', {
      defaultMessage:
        'Assign a managed identity to the machine or the pod that runs Kibana, or sign in another way.',
    }),
  }),
  server_identity_not_allowed: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.server_identity_not_allowed.title', {
      defaultMessage: "You don't have permission to use the server's identity",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.server_identity_not_allowed.cause', {
      defaultMessage:
        "The server's identity acts in Azure with the permissions of the Kibana server, so it has its own Kibana privilege. Your roles don't grant this privilege in this space.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.server_identity_not_allowed.remedy', {
      defaultMessage:
        'Sign in another way, or ask an administrator to grant you the Kibana privilege "Azure OpenAI setup: server identity".',
    }),
  }),
  server_identity_wrong_cloud: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.server_identity_wrong_cloud.title', {
      defaultMessage: "The server's identity belongs to another cloud",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.server_identity_wrong_cloud.cause', {
      defaultMessage:
        'Kibana uses its own identity only in the cloud that azure_openai_setup.serverIdentity.cloud specifies in kibana.yml.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.server_identity_wrong_cloud.remedy', {
      defaultMessage: 'Choose that cloud, or sign in another way.',
    }),
  }),
  token_malformed: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.token_malformed.title', {
      defaultMessage: "This isn't an access token",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.token_malformed.cause', {
      defaultMessage: 'A token has three parts separated by dots, without spaces or quotes.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.token_malformed.remedy', {
      defaultMessage: 'Copy the whole output of the command below and paste it again.',
    }),
    command: 'az account get-access-token --query accessToken -o tsv',
  }),
  token_wrong_audience: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.token_wrong_audience.title', {
      defaultMessage: 'The token is for another service',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.token_wrong_audience.cause', {
      defaultMessage: 'Setup needs a token for Azure Resource Manager in the chosen cloud.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.token_wrong_audience.remedy', {
      defaultMessage: 'Check the cloud, get a token with the command below, and paste it.',
    }),
    command: 'az account get-access-token --resource-type arm --query accessToken -o tsv',
  }),
  token_wrong_tenant: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.token_wrong_tenant.title', {
      defaultMessage: 'The sign-in is for another tenant',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.token_wrong_tenant.cause', {
        defaultMessage: 'The subscription belongs to a tenant other than the one you signed in to.',
      }),
      has(detail, 'tenant') &&
        i18n.translate('azureOpenaiSetup.problems.token_wrong_tenant.tenant', {
          defaultMessage: 'Its tenant is {tenant}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.token_wrong_tenant.remedy', {
      defaultMessage: 'Sign in to the tenant of the subscription, or choose another subscription.',
    }),
  }),
  token_expired: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.token_expired.title', {
      defaultMessage: 'The access token has expired',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.token_expired.cause', {
      defaultMessage: "Azure's access tokens are valid for 60 to 90 minutes.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.token_expired.remedy', {
      defaultMessage:
        'Sign in again. Everything created so far is kept, and setup continues from there.',
    }),
  }),
  token_rejected: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.token_rejected.title', {
      defaultMessage: 'Azure no longer accepts this sign-in',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.token_rejected.cause', {
      defaultMessage:
        'The sign-in was revoked, the tenant changed its policies, or the clock of the Kibana server is wrong.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.token_rejected.remedy', {
      defaultMessage: "Sign in again. If it fails again, check the server's clock.",
    }),
  }),
} satisfies Partial<Words>;
