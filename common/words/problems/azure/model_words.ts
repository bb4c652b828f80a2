import { i18n } from '@kbn/i18n';
import { formatDate, sentences } from '../../format';
import { modelSentence } from '../shared_sentences';
import { has, hasPositive, type Words } from '../words';

/** Models and their availability. */
export const modelWords = {
  model_not_offered: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_not_offered.title', {
      defaultMessage: "The model isn't offered in this region",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.model_not_offered.cause', {
        defaultMessage:
          'Azure offers each model version only in some regions and for some resource kinds.',
      }),
      has(detail, 'model', 'location') &&
        i18n.translate('azureOpenaiSetup.problems.model_not_offered.where', {
          defaultMessage: "{model} isn't available in {location}.",
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_not_offered.remedy', {
      defaultMessage: 'Choose another model or another region.',
    }),
  }),
  model_not_recommended: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_not_recommended.title', {
      defaultMessage: "The model isn't recommended for the AI Assistants",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.model_not_recommended.cause', {
        defaultMessage:
          "Elastic doesn't recommend the model for at least one of the AI Assistants.",
      }),
      has(detail, 'score') &&
        i18n.translate('azureOpenaiSetup.problems.model_not_recommended.score', {
          defaultMessage: "Elastic's score is {score, number} of 10.",
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_not_recommended.remedy', {
      defaultMessage: 'Choose the recommended model, or continue with this one.',
    }),
  }),
  model_deprecating: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_deprecating.title', {
      defaultMessage: 'The model version is being phased out',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.model_deprecating.cause', {
        defaultMessage:
          'Only subscriptions that already have a deployment of this version can create another one.',
      }),
      has(detail, 'retiresAt') &&
        i18n.translate('azureOpenaiSetup.problems.model_deprecating.retires', {
          defaultMessage: 'It retires on {retiresAt}.',
          values: { retiresAt: formatDate(detail.retiresAt) },
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_deprecating.remedy', {
      defaultMessage: 'Choose a newer version or another model.',
    }),
  }),
  model_deprecated: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_deprecated.title', {
      defaultMessage: 'The model version can no longer be deployed',
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.model_deprecated.cause', {
      defaultMessage: 'Azure has retired it.',
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_deprecated.remedy', {
      defaultMessage: 'Choose a newer version or another model.',
    }),
  }),
  model_retires_soon: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_retires_soon.title', {
      defaultMessage: 'The model version retires soon',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.model_retires_soon.cause', {
        defaultMessage: "A deployment that isn't updated stops working on that day.",
      }),
      has(detail, 'model', 'retiresAt') &&
        i18n.translate('azureOpenaiSetup.problems.model_retires_soon.when', {
          defaultMessage: '{model} retires on {retiresAt}.',
          values: { model: detail.model, retiresAt: formatDate(detail.retiresAt) },
        }),
      hasPositive(detail, 'days') &&
        i18n.translate('azureOpenaiSetup.problems.model_retires_soon.days', {
          defaultMessage: 'That is in {days, plural, one {# day} other {# days}}.',
          values: detail,
        }),
      has(detail, 'deployment') &&
        i18n.translate('azureOpenaiSetup.problems.model_retires_soon.noUpdate', {
          defaultMessage: 'Automatic updates are turned off for the deployment {deployment}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_retires_soon.remedy', {
      defaultMessage:
        'Choose a newer model, or continue with a version update policy that moves the deployment to a new version.',
    }),
  }),
  model_needs_reasoning_effort: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_needs_reasoning_effort.title', {
      defaultMessage: 'The model might refuse to call tools',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.model_needs_reasoning_effort.cause', {
        defaultMessage:
          "The model reasons by default and doesn't accept tools while it does. Kibana sends no setting that turns reasoning off, but the AI Assistants need tools.",
      }),
      modelSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_needs_reasoning_effort.remedy', {
      defaultMessage:
        'Choose the recommended model, or continue: setup tests whether tool calls work.',
    }),
  }),
  model_access_required: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_access_required.title', {
      defaultMessage: 'The subscription has no access to this model',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.model_access_required.cause', {
        defaultMessage: 'Microsoft grants access to some models only on request.',
      }),
      modelSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_access_required.remedy', {
      defaultMessage:
        'Choose another model, or request access from the page of the model in the Foundry portal.',
    }),
  }),
  model_unverified: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.model_unverified.title', {
      defaultMessage: "Couldn't check whether the model is offered",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.model_unverified.cause', {
      defaultMessage:
        "The model isn't on the list for this region, which leaves out fine-tuned models and models from other providers, or Azure didn't return the list.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.model_unverified.remedy', {
      defaultMessage:
        "You can continue. If the model can't be deployed or doesn't answer, setup reports it.",
    }),
  }),
  no_model_available: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.no_model_available.title', {
      defaultMessage: 'No model can be deployed with this subscription',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.no_model_available.cause', {
        defaultMessage:
          'No chat model that Kibana can use is offered with available quota in the regions that were searched.',
      }),
      hasPositive(detail, 'regions') &&
        i18n.translate('azureOpenaiSetup.problems.no_model_available.regions', {
          defaultMessage: '{regions, plural, one {# region was} other {# regions were}} searched.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.no_model_available.remedy', {
      defaultMessage: 'Request quota, delete unused deployments, or choose another subscription.',
    }),
    link: {
      href: 'https://aka.ms/oai/quotaincrease',
      text: i18n.translate('azureOpenaiSetup.problems.no_model_available.link', {
        defaultMessage: 'Request more quota',
      }),
    },
  }),
} satisfies Partial<Words>;
