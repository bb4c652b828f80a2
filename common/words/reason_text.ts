import { i18n } from '@kbn/i18n';
import type { Reason, ReasonCode } from '../recommendation';
import { formatTokens, modelTitle, sentences } from './format';
import { targetReasonWords } from './target_text';

type Words = (detail: NonNullable<Reason['detail']>) => string;

const staysFree = (left: string | number | undefined) =>
  Number(left) > 0 &&
  i18n.translate('azureOpenaiSetup.reasons.left', {
    defaultMessage: '{left} stay available.',
    values: { left: formatTokens(Number(left)) },
  });

/** The reason for a recommended value, in one sentence. */
const words: Record<ReasonCode, Words> = {
  ...targetReasonWords,
  chosen_by_you: () =>
    i18n.translate('azureOpenaiSetup.reasons.chosen_by_you', { defaultMessage: 'Your choice.' }),
  only_subscription: () =>
    i18n.translate('azureOpenaiSetup.reasons.only_subscription', {
      defaultMessage: 'The only subscription that you have a role in.',
    }),
  first_usable_subscription: () =>
    i18n.translate('azureOpenaiSetup.reasons.first_usable_subscription', {
      defaultMessage: 'First active subscription.',
    }),
  new_resource_group: () =>
    i18n.translate('azureOpenaiSetup.reasons.new_resource_group', {
      defaultMessage: 'A new group keeps everything together and is easy to delete.',
    }),
  existing_resource_group: () =>
    i18n.translate('azureOpenaiSetup.reasons.existing_resource_group', {
      defaultMessage: 'This group already exists.',
    }),
  existing_account: () =>
    i18n.translate('azureOpenaiSetup.reasons.existing_account', {
      defaultMessage: 'You have access to this resource, but not to the whole subscription.',
    }),
  room_for_model: ({ model }) =>
    model === undefined
      ? i18n.translate('azureOpenaiSetup.reasons.room_for_model', {
          defaultMessage: 'The recommended model has quota available in this region.',
        })
      : i18n.translate('azureOpenaiSetup.reasons.room_for_model.named', {
          defaultMessage: '{model} has quota available in this region.',
          values: { model: modelTitle(String(model)) },
        }),
  no_quota_here: () =>
    i18n.translate('azureOpenaiSetup.reasons.no_quota_here', {
      defaultMessage: 'The model is offered in this region, but no quota is available.',
    }),
  model_offered: () =>
    i18n.translate('azureOpenaiSetup.reasons.model_offered', {
      defaultMessage:
        "The recommended model is offered in this region. The quota couldn't be read.",
    }),
  free_name: () =>
    i18n.translate('azureOpenaiSetup.reasons.free_name', {
      defaultMessage: 'This name is available.',
    }),
  names_endpoint: () =>
    i18n.translate('azureOpenaiSetup.reasons.names_endpoint', {
      defaultMessage: 'The same as the name of the resource.',
    }),
  widest_choice_of_models: () =>
    i18n.translate('azureOpenaiSetup.reasons.widest_choice_of_models', {
      defaultMessage: 'Serves every OpenAI model that Kibana can use.',
    }),
  reachable_by_kibana: () =>
    i18n.translate('azureOpenaiSetup.reasons.reachable_by_kibana', {
      defaultMessage: 'Any network can reach the endpoint. Calls still require a key or a sign-in.',
    }),
  no_address_rules: () =>
    i18n.translate('azureOpenaiSetup.reasons.no_address_rules', {
      defaultMessage: 'Required for selected addresses only.',
    }),
  no_tags: () =>
    i18n.translate('azureOpenaiSetup.reasons.no_tags', {
      defaultMessage: "No tags are required, unless your organization's policies require them.",
    }),
  best_score: ({ score }) =>
    score === undefined
      ? i18n.translate('azureOpenaiSetup.reasons.best_score', {
          defaultMessage: "Elastic's best score among the models that were found.",
        })
      : i18n.translate('azureOpenaiSetup.reasons.best_score.number', {
          defaultMessage:
            "Elastic's best score among the models that were found: {score, number} of 10.",
          values: { score },
        }),
  rated: ({ score }) =>
    sentences(
      score !== undefined &&
        i18n.translate('azureOpenaiSetup.reasons.rated.score', {
          defaultMessage: "Elastic's score: {score, number} of 10.",
          values: { score },
        }),
      i18n.translate('azureOpenaiSetup.reasons.rated', {
        defaultMessage: 'Models with higher scores are less suitable for this setup.',
      }),
    ),
  best_available: () =>
    i18n.translate('azureOpenaiSetup.reasons.best_available', {
      defaultMessage:
        "The best of the models that were found. Elastic hasn't rated it for this use.",
    }),
  default_version: () =>
    i18n.translate('azureOpenaiSetup.reasons.default_version', {
      defaultMessage: "Azure's default version of the model.",
    }),
  newest_version: () =>
    i18n.translate('azureOpenaiSetup.reasons.newest_version', {
      defaultMessage: 'The newest version of the model in this region.',
    }),
  most_quota: () =>
    i18n.translate('azureOpenaiSetup.reasons.most_quota', {
      defaultMessage: 'The type with the most available quota.',
    }),
  nearest_with_quota: () =>
    i18n.translate('azureOpenaiSetup.reasons.nearest_with_quota', {
      defaultMessage: 'The most suitable type with available quota that keeps data nearest.',
    }),
  nearest_type: () =>
    i18n.translate('azureOpenaiSetup.reasons.nearest_type', {
      defaultMessage: "The type of this model that keeps data nearest. The quota couldn't be read.",
    }),
  data_stays_in_region: () =>
    i18n.translate('azureOpenaiSetup.reasons.data_stays_in_region', {
      defaultMessage: 'Data is processed in the region only.',
    }),
  named_after_model: () =>
    i18n.translate('azureOpenaiSetup.reasons.named_after_model', {
      defaultMessage: 'Named after the model.',
    }),
  ideal_quota: ({ left }) =>
    sentences(
      i18n.translate('azureOpenaiSetup.reasons.ideal_quota', {
        defaultMessage: 'Enough for a team.',
      }),
      staysFree(left),
    ),
  leaves_a_third: ({ left }) =>
    sentences(
      i18n.translate('azureOpenaiSetup.reasons.leaves_a_third', {
        defaultMessage: 'At most two thirds of the available quota.',
      }),
      staysFree(left),
    ),
  largest_capacity: ({ left }) =>
    sentences(
      i18n.translate('azureOpenaiSetup.reasons.largest_capacity', {
        defaultMessage: 'The maximum for one deployment of this model.',
      }),
      staysFree(left),
    ),
  only_free_capacity: () =>
    i18n.translate('azureOpenaiSetup.reasons.only_free_capacity', {
      defaultMessage:
        "The minimum throughput of this model. A smaller share of the available quota isn't possible.",
    }),
  smallest_capacity: () =>
    i18n.translate('azureOpenaiSetup.reasons.smallest_capacity', {
      defaultMessage: 'The minimum throughput of this type. Less than that is available.',
    }),
  model_default_quota: () =>
    i18n.translate('azureOpenaiSetup.reasons.model_default_quota', {
      defaultMessage: "The model's default throughput, because the quota couldn't be read.",
    }),
  stays_supported: () =>
    i18n.translate('azureOpenaiSetup.reasons.stays_supported', {
      defaultMessage: 'Keeps working when this version is retired.',
    }),
  account_without_keys: () =>
    i18n.translate('azureOpenaiSetup.reasons.account_without_keys', {
      defaultMessage: "The existing resource doesn't accept API keys.",
    }),
  needs_no_application: () =>
    i18n.translate('azureOpenaiSetup.reasons.needs_no_application', {
      defaultMessage: 'Works without an application in Microsoft Entra ID.',
    }),
};

export const reasonText = ({ code, detail }: Reason): string => words[code](detail ?? {});
