import { i18n } from '@kbn/i18n';
import type { Problem } from '../../../problem';
import { shellQuote } from '../shell_quote';
import { stateSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, type Words } from '../words';

const registerCommand = (detail: Problem<'provider_not_registered'>['detail']) =>
  [
    'az provider register -n Microsoft.CognitiveServices',
    ...(has(detail, 'subscriptionId')
      ? [`--subscription ${shellQuote(detail.subscriptionId)}`]
      : []),
  ].join(' ');

/** The subscription and its resource provider. */
export const subscriptionWords = {
  no_subscription: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.no_subscription.title', {
      defaultMessage: 'No active subscription',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.no_subscription.cause', {
      defaultMessage:
        'You have no role in an active subscription of this tenant. A new service principal has no role until an administrator assigns one.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.no_subscription.remedy', {
      defaultMessage:
        'Ask an owner of a subscription for the role Contributor, or sign in to another tenant.',
    }),
  }),
  subscription_not_found: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subscription_not_found.title', {
      defaultMessage: "The subscription wasn't found",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.subscription_not_found.cause', {
        defaultMessage: "It doesn't exist, belongs to another tenant, or you have no role in it.",
      }),
      has(detail, 'subscriptionId') &&
        i18n.translate('azureOpenaiSetup.problems.subscription_not_found.id', {
          defaultMessage: 'Its ID is {subscriptionId}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.subscription_not_found.remedy', {
      defaultMessage: 'Choose another subscription, or sign in to the tenant it belongs to.',
    }),
  }),
  subscription_disabled: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subscription_disabled.title', {
      defaultMessage: 'The subscription is read-only',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.subscription_disabled.cause', {
        defaultMessage:
          "Azure doesn't accept changes in it. Common causes are an unpaid bill, a spending limit, or an expired trial.",
      }),
      stateSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.subscription_disabled.remedy', {
      defaultMessage:
        'Ask the account administrator to reactivate it under "Subscriptions" in the Azure portal, or choose another one.',
    }),
  }),
  subscription_not_eligible: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.subscription_not_eligible.title', {
      defaultMessage: "Azure OpenAI isn't available for this subscription type",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.subscription_not_eligible.cause', {
        defaultMessage:
          'Azure excludes some offers, such as trial, student, and sponsored subscriptions.',
      }),
      has(detail, 'quotaId') &&
        i18n.translate('azureOpenaiSetup.problems.subscription_not_eligible.offer', {
          defaultMessage: 'Its offer is {quotaId}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.subscription_not_eligible.remedy', {
      defaultMessage: 'Choose a pay-as-you-go or enterprise subscription, or upgrade this one.',
    }),
  }),
  subscription_flagged: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.subscription_flagged.title', {
      defaultMessage: 'Azure has blocked new AI resources in this subscription',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.subscription_flagged.cause', {
      defaultMessage: 'An automatic check by Azure flagged the subscription as unusual.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.subscription_flagged.remedy', {
      defaultMessage:
        'Open a support request in the Azure portal with the correlation ID, or choose another subscription.',
    }),
  }),
  provider_not_registered: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.provider_not_registered.title', {
      defaultMessage: "Cognitive Services isn't registered in the subscription",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.provider_not_registered.cause', {
        defaultMessage:
          'Azure OpenAI belongs to the resource provider Microsoft.CognitiveServices, which each subscription registers once.',
      }),
      has(detail, 'state') &&
        i18n.translate('azureOpenaiSetup.problems.provider_not_registered.state', {
          defaultMessage: 'Its state is {state}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.provider_not_registered.remedy', {
      defaultMessage:
        'Setup registers it if you have the permission. Otherwise, ask an owner or contributor of the subscription to run the command below.',
    }),
    link: {
      href: 'https://aka.ms/rps-not-found',
      text: i18n.translate('azureOpenaiSetup.problems.provider_not_registered.link', {
        defaultMessage: 'How to register a resource provider',
      }),
    },
    command: registerCommand(detail),
  }),
  known_after_registration: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.known_after_registration.title', {
      defaultMessage: 'Not known until Cognitive Services is registered',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.known_after_registration.cause', {
      defaultMessage:
        "The subscription hasn't registered the resource provider yet. Until then, Azure doesn't return this information.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.known_after_registration.remedy', {
      defaultMessage:
        'You can continue: setup registers it first. To check everything now, run the command, wait a minute, and check again.',
    }),
    command: registerCommand(detail),
  }),
  provider_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.provider_unreadable.title', {
      defaultMessage: "Couldn't check whether Cognitive Services is registered",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.provider_unreadable.cause', {
      defaultMessage: "Your roles don't allow reading the resource providers of the subscription.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.provider_unreadable.remedy', {
      defaultMessage:
        "You can continue. If it isn't registered, Azure reports it before anything is created.",
    }),
  }),
} satisfies Partial<Words>;
