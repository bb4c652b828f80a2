import { i18n } from '@kbn/i18n';
import { tokensPerAnswer } from '../../../models/prices';
import { stateSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { has, hasPositive, type Words } from '../words';

const noneFree = i18n.translate('azureOpenaiSetup.problems.insufficient_quota.noneFree', {
  defaultMessage:
    'Choose another deployment type, model, region, or subscription, or request more quota. Resources deleted in the last 48 hours still use their quota.',
});

/** The deployment and its quota. Numbers of quota are in units of capacity, as Azure counts them. */
export const deploymentWords = {
  deployment_type_not_supported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.title', {
      defaultMessage: "The model isn't offered with this deployment type",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.cause', {
        defaultMessage:
          'The available deployment types depend on the model version and the region. Usually, Global Standard is available first.',
      }),
      has(detail, 'deploymentType') &&
        i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.type', {
          defaultMessage: 'The type is {deploymentType}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_type_not_supported.remedy', {
      defaultMessage: 'Choose another deployment type, model, or region.',
    }),
  }),
  deployment_conflict: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_conflict.title', {
      defaultMessage: 'Another deployment has this name',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deployment_conflict.cause', {
        defaultMessage:
          'The resource has a deployment with this name and other settings. Changing it could affect what uses it.',
      }),
      has(detail, 'name', 'modelName') &&
        i18n.translate('azureOpenaiSetup.problems.deployment_conflict.model', {
          defaultMessage: '{name} serves {modelName}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_conflict.remedy', {
      defaultMessage:
        'During setup, enter another deployment name, or use the deployment as it is. After setup, change it in the Azure portal.',
    }),
  }),
  deployment_failed: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.deployment_failed.title', {
      defaultMessage: "The deployment can't be used or changed",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.deployment_failed.cause', {
        defaultMessage:
          'Azure failed to create or change it, or disabled it, and refuses further changes.',
      }),
      stateSentence(detail),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.deployment_failed.remedy', {
      defaultMessage:
        'Delete it in the Azure portal. During setup, then try again, or enter another name. After setup, connect another model.',
    }),
  }),
  capacity_not_supported: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.title', {
      defaultMessage: "The model doesn't support this number of tokens per minute",
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.cause', {
        defaultMessage:
          'The throughput must be within the minimum and maximum, and a multiple of the increment.',
      }),
      has(detail, 'minimum', 'maximum') &&
        detail.minimum < detail.maximum &&
        i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.range', {
          defaultMessage:
            'You can set {minimum, number} to {maximum, plural, one {# unit} other {# units}} of quota.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.capacity_not_supported.remedy', {
      defaultMessage: 'Choose a value that the throughput slider offers.',
    }),
  }),
  capacity_not_applied: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.title', {
      defaultMessage: 'The deployment has a different throughput than requested',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.cause', {
        defaultMessage:
          "Azure accepted the change but didn't apply it, or another change was made at the same time.",
      }),
      has(detail, 'name', 'capacity', 'needed') &&
        i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.numbers', {
          defaultMessage:
            '{name} has {capacity, plural, one {# unit} other {# units}} of quota instead of {needed, number}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.capacity_not_applied.remedy', {
      defaultMessage: 'Try again, or choose another throughput.',
    }),
  }),
  insufficient_quota: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.insufficient_quota.title', {
      defaultMessage: 'Not enough quota available',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.insufficient_quota.cause', {
        defaultMessage:
          'The deployment needs more tokens per minute than the subscription has available for this model and type in this region.',
      }),
      has(detail, 'needed', 'free') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_quota.numbers', {
          defaultMessage:
            'It needs {needed, plural, one {# unit} other {# units}} of quota, and {free, plural, one {# is} other {# are}} available.',
          values: detail,
        }),
      has(detail, 'used') &&
        hasPositive(detail, 'limit') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_quota.limit', {
          defaultMessage: '{used, number} of {limit, number} are in use.',
          values: detail,
        }),
      has(detail, 'holders') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_quota.holders', {
          defaultMessage:
            'Your deployments that you can reduce, with their units: {holders}{more, plural, =0 {} other { and # more}}.',
          values: { holders: detail.holders, more: detail.moreHolders ?? 0 },
        }),
      hasPositive(detail, 'unread') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_quota.unread', {
          defaultMessage:
            "{unread, plural, one {The deployments of # resource} other {The deployments of # resources}} in this region couldn't be read.",
          values: detail,
        }),
    ),
    remedy:
      detail?.free === 0
        ? noneFree
        : i18n.translate('azureOpenaiSetup.problems.insufficient_quota.remedy', {
            defaultMessage:
              'Lower the tokens per minute, choose another deployment type, model, or region, or request more quota. Resources deleted in the last 48 hours still use their quota.',
          }),
    link: {
      href: 'https://aka.ms/oai/quotaincrease',
      text: i18n.translate('azureOpenaiSetup.problems.insufficient_quota.link', {
        defaultMessage: 'Request more quota',
      }),
    },
  }),
  insufficient_capacity: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.insufficient_capacity.title', {
      defaultMessage: 'Azure currently has too little capacity left in this region',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.insufficient_capacity.cause', {
        defaultMessage:
          "The subscription has enough quota, but quota doesn't reserve capacity. The region currently has too little.",
      }),
      has(detail, 'needed', 'available') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_capacity.numbers', {
          defaultMessage:
            'The deployment needs {needed, plural, one {# unit} other {# units}}, and Azure has {available, number} left for this model and type.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.insufficient_capacity.remedy', {
      defaultMessage:
        "Choose another region or deployment type, lower the tokens per minute, or try again later. More quota doesn't help.",
    }),
  }),
  quota_missing: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.quota_missing.title', {
      defaultMessage: 'The subscription has no quota for this model',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.quota_missing.cause', {
        defaultMessage:
          'Azure assigns quota by model, deployment type, and region, and lists none for this combination.',
      }),
      has(detail, 'model', 'location') &&
        i18n.translate('azureOpenaiSetup.problems.quota_missing.where', {
          defaultMessage: 'The model is {model}, and the region is {location}.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.quota_missing.remedy', {
      defaultMessage: 'Choose another deployment type, model, or region, or request quota.',
    }),
    link: {
      href: 'https://aka.ms/oai/quotaincrease',
      text: i18n.translate('azureOpenaiSetup.problems.quota_missing.link', {
        defaultMessage: 'Request quota',
      }),
    },
  }),
  quota_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.quota_unreadable.title', {
      defaultMessage: "Couldn't read the available quota",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.quota_unreadable.cause', {
      defaultMessage:
        "Your roles don't allow reading the quota of the subscription, or Azure returned none.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.quota_unreadable.remedy', {
      defaultMessage:
        "You can continue with the model's default throughput. To see the quota, ask an owner for the role Cognitive Services Usages Reader on the subscription.",
    }),
  }),
  quota_low: ({ detail }) => ({
    title: i18n.translate('azureOpenaiSetup.problems.quota_low.title', {
      defaultMessage: 'Low throughput',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.quota_low.cause', {
        defaultMessage:
          'One answer of an AI Assistant uses about {tokens, plural, one {# token} other {# tokens}}. With a small deployment, people wait or get errors.',
        values: { tokens: tokensPerAnswer },
      }),
      has(detail, 'tokens') &&
        i18n.translate('azureOpenaiSetup.problems.quota_low.tokens', {
          defaultMessage:
            'This deployment has {tokens, plural, one {# token} other {# tokens}} per minute.',
          values: detail,
        }),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.quota_low.remedy', {
      defaultMessage:
        'Increase the tokens per minute, choose a type or region with more quota, or continue and increase them later.',
    }),
    link: {
      href: 'https://aka.ms/oai/quotaincrease',
      text: i18n.translate('azureOpenaiSetup.problems.quota_low.link', {
        defaultMessage: 'Request more quota',
      }),
    },
  }),
} satisfies Partial<Words>;
