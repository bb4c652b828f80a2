import { i18n } from '@kbn/i18n';
import { azureAnswer } from '../request_words';
import { asksForSecondFactor, claimsCommand } from './claims_command';
import { sentences } from '../../format';
import { has, hasPositive, type Words } from '../words';

/** Failures of a sign-in at Microsoft Entra ID. */
export const signInWords = {
  sign_in_wrong_secret: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_secret.title', {
      defaultMessage: 'The client secret is wrong',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_secret.cause', {
      defaultMessage:
        "Microsoft Entra ID doesn't recognize this secret. A common cause is entering the ID of the secret instead of its value.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_secret.remedy', {
      defaultMessage:
        'Paste the Value of the secret from "Certificates & secrets" of the app registration. Azure shows it only once. If you don\'t have it, create a new secret.',
    }),
  }),
  sign_in_expired_secret: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_expired_secret.title', {
      defaultMessage: 'The client secret has expired',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_expired_secret.cause', {
      defaultMessage: 'The secrets of an app registration have an end date, and it has passed.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_expired_secret.remedy', {
      defaultMessage:
        'Create a new secret under "Certificates & secrets" of the app registration and sign in with its value.',
    }),
    link: {
      href: 'https://aka.ms/NewClientSecret',
      text: i18n.translate('azureOpenaiSetup.problems.sign_in_expired_secret.link', {
        defaultMessage: 'App registrations in the Azure portal',
      }),
    },
  }),
  sign_in_unknown_app: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_unknown_app.title', {
      defaultMessage: "The application wasn't found in this tenant",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_unknown_app.cause', {
      defaultMessage:
        "The client ID or the tenant is wrong, or an administrator of the tenant hasn't added the application.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_unknown_app.remedy', {
      defaultMessage:
        'Compare both values with "Application (client) ID" and "Directory (tenant) ID" on the app registration\'s overview page.',
    }),
  }),
  sign_in_unknown_tenant: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_unknown_tenant.title', {
      defaultMessage: "The tenant wasn't found",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_unknown_tenant.cause', {
      defaultMessage: 'No tenant of this Azure cloud has this ID or domain name.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_unknown_tenant.remedy', {
      defaultMessage:
        'Copy "Tenant ID" from the overview page of Microsoft Entra ID, and check which Azure cloud is chosen.',
    }),
  }),
  sign_in_tenant_needed: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_tenant_needed.title', {
      defaultMessage: 'This sign-in needs a tenant',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_tenant_needed.cause', {
      defaultMessage:
        'The application belongs to one tenant, and Microsoft needs to know which one.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_tenant_needed.remedy', {
      defaultMessage: "Enter the tenant ID or one of the tenant's domains and sign in again.",
    }),
  }),
  sign_in_wrong_cloud: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_cloud.title', {
      defaultMessage: 'The tenant belongs to another Azure cloud',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_cloud.cause', {
      defaultMessage:
        'Azure, Azure Government, and Azure operated by 21Vianet are separate, each with its own sign-in.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_cloud.remedy', {
      defaultMessage: 'Choose the cloud of your tenant and sign in again.',
    }),
  }),
  sign_in_consent_missing: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_consent_missing.title', {
      defaultMessage: 'Consent is missing',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_consent_missing.cause', {
      defaultMessage:
        "The application doesn't have consent to act in Azure on your behalf, or only administrators of your tenant can grant it.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_consent_missing.remedy', {
      defaultMessage:
        'Sign in again and accept Microsoft\'s consent prompt. If it asks for an administrator, ask one to grant consent under "Enterprise applications", or sign in with a service principal.',
    }),
  }),
  sign_in_mfa_required: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_mfa_required.title', {
      defaultMessage: 'Multifactor authentication is required',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_mfa_required.cause', {
      defaultMessage: 'Your tenant requires a second factor, and this sign-in had none.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_mfa_required.remedy', {
      defaultMessage:
        "Start the device code sign-in again and complete the second factor on Microsoft's page.",
    }),
  }),
  sign_in_claims_required: ({ field, detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_claims_required.title', {
      defaultMessage: 'Microsoft requires a second factor',
    }),
    cause:
      has(detail, 'claims') && !asksForSecondFactor(detail.claims)
        ? i18n.translate('azureOpenaiSetup.problems.sign_in_claims_required.other', {
            defaultMessage:
              "Azure accepts this change only after a sign-in that meets further conditions. Your sign-in doesn't meet them.",
          })
        : i18n.translate('azureOpenaiSetup.problems.sign_in_claims_required.cause', {
            defaultMessage:
              "Microsoft requires a sign-in with a second factor to create, change, or delete Azure resources, and you signed in without one. Your organization didn't set this rule. Reading works without a second factor.",
          }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_claims_required.remedy', {
      defaultMessage:
        'Sign in again with a second factor. Everything created so far is kept, and setup continues from there.',
    }),
    link: {
      href: 'https://aka.ms/mfaforazure',
      text: i18n.translate('azureOpenaiSetup.problems.sign_in_claims_required.link', {
        defaultMessage: 'Mandatory multifactor authentication for Azure',
      }),
    },
    ...(field === 'accessToken' &&
      has(detail, 'claims') && { command: claimsCommand(detail.claims, detail.tenant) }),
  }),
  sign_in_claims_unsupported: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_claims_unsupported.title', {
      defaultMessage: "This sign-in method can't use a second factor",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_claims_unsupported.cause', {
      defaultMessage:
        "Only a person can complete a second factor. A service principal and the server's own identity can't.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_claims_unsupported.remedy', {
      defaultMessage:
        'Sign in with your Microsoft account, or paste an access token that you obtained with a second factor.',
    }),
  }),
  sign_in_without_second_factor: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_without_second_factor.title', {
      defaultMessage: 'You signed in without a second factor',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_without_second_factor.cause', {
      defaultMessage:
        'In most tenants, Microsoft lets people change Azure resources only after a sign-in with a second factor. Without one, Azure will probably refuse the first step of setup.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_without_second_factor.remedy', {
      defaultMessage:
        'Sign in again with a second factor. You can also start setup now: if Azure refuses, setup stops and continues after a new sign-in.',
    }),
  }),
  sign_in_blocked_by_policy: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_blocked_by_policy.title', {
      defaultMessage: 'A Conditional Access policy blocks this sign-in',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_blocked_by_policy.cause', {
      defaultMessage:
        "Your tenant doesn't allow this type of sign-in, this device, or this location. Many tenants block device codes.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_blocked_by_policy.remedy', {
      defaultMessage:
        'Sign in with a service principal or an access token. An administrator can find the policy in the sign-in logs of Microsoft Entra ID by the correlation ID.',
    }),
  }),
  sign_in_wrong_account: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_account.title', {
      defaultMessage: "This account doesn't belong to the tenant",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_account.cause', {
      defaultMessage: "The account is from another tenant and isn't a guest of this one.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_wrong_account.remedy', {
      defaultMessage:
        "Choose another account on Microsoft's page, change the tenant, or ask an administrator to invite the account.",
    }),
  }),
  sign_in_resource_unknown: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_resource_unknown.title', {
      defaultMessage: "The tenant doesn't recognize Azure Resource Manager",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_resource_unknown.cause', {
      defaultMessage:
        'The tenant belongs to another Azure cloud, or it has never had an Azure subscription.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_resource_unknown.remedy', {
      defaultMessage: 'Check the cloud and the tenant, then sign in again.',
    }),
  }),
  sign_in_public_client_disabled: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_public_client_disabled.title', {
      defaultMessage: "The application doesn't allow device codes",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_public_client_disabled.cause', {
      defaultMessage:
        "The app registration that this Kibana uses for device codes isn't set up as a public client.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_public_client_disabled.remedy', {
      defaultMessage:
        'Set "Allow public client flows" to Yes under "Authentication" of the app registration, or sign in with a service principal.',
    }),
  }),
  sign_in_failed: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_failed.title', {
      defaultMessage: 'The sign-in failed',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.sign_in_failed.cause', {
        defaultMessage: 'Microsoft Entra ID refused the sign-in.',
      }),
      azureAnswer(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.sign_in_failed.remedy', {
      defaultMessage:
        'Try again or sign in another way. An administrator can find the attempt in the sign-in logs of Microsoft Entra ID by its correlation ID.',
    }),
  }),
  sign_in_too_often: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.sign_in_too_often.title', {
      defaultMessage: 'Too many sign-ins',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.sign_in_too_often.cause', {
      defaultMessage:
        'In 10 minutes, Kibana allows 10 failed sign-ins for each person and 30 for each application.',
    }),
    remedy: hasPositive(detail, 'seconds')
      ? i18n.translate('azureOpenaiSetup.problems.sign_in_too_often.wait', {
          defaultMessage:
            'Wait {seconds, plural, one {# second} other {# seconds}} and check the values before you try again.',
          values: detail,
        })
      : i18n.translate('azureOpenaiSetup.problems.sign_in_too_often.remedy', {
          defaultMessage: 'Wait a few minutes and check the values before you try again.',
        }),
  }),
} satisfies Partial<Words>;
