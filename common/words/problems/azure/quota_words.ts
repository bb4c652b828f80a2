import { i18n } from '@kbn/i18n';
import { tokensPerAnswer } from '../../../models/prices';
import { capacityNumber, formatCapacity, sentences } from '../../format';
import { has, hasPositive, type Words } from '../words';

const noneFree = i18n.translate('azureOpenaiSetup.problems.insufficient_quota.noneFree', {
  defaultMessage:
    'Choose another deployment type, model, region, or subscription, or request more quota. Resources deleted in the last 48 hours still use their quota.',
});

/** The quota of a deployment, and what Azure itself has left. */
export const quotaWords = {
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
          defaultMessage: 'It needs {needed}, and the subscription has {free} left.',
          values: {
            needed: formatCapacity(detail.needed, detail.tokensPerUnit),
            free: formatCapacity(detail.free, detail.tokensPerUnit),
          },
        }),
      has(detail, 'used') &&
        hasPositive(detail, 'limit') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_quota.limit', {
          defaultMessage: '{used} of {limit} are in use.',
          values: {
            used: capacityNumber(detail.used, detail.tokensPerUnit),
            limit: formatCapacity(detail.limit, detail.tokensPerUnit),
          },
        }),
      has(detail, 'holders') &&
        i18n.translate('azureOpenaiSetup.problems.insufficient_quota.holders', {
          defaultMessage:
            'Your deployments that you can reduce, with their tokens per minute: {holders}{more, plural, =0 {} other { and # more}}.',
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
            'The deployment needs {needed}, and Azure has {available} left for this model and type.',
          values: {
            needed: formatCapacity(detail.needed, detail.tokensPerUnit),
            available: formatCapacity(detail.available, detail.tokensPerUnit),
          },
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
