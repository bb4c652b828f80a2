import { i18n } from '@kbn/i18n';
import { own } from '../../../values/own';
import type { Problem, ProblemCode } from '../../../problem';
import { keysNeededSentence } from '../shared_sentences';
import { sentences } from '../../format';
import { callerOf, has, type Words } from '../words';

type PolicyCode = Extract<ProblemCode, `policy_${string}`>;

/** Names the policy and its assignment. */
const whichPolicy = ({ detail }: Problem<PolicyCode>) =>
  sentences(
    has(detail, 'policy') &&
      i18n.translate('azureOpenaiSetup.problems.policy.name', {
        defaultMessage: 'The policy is "{policy}".',
        values: detail,
      }),
    has(detail, 'assignment') &&
      i18n.translate('azureOpenaiSetup.problems.policy.assignment', {
        defaultMessage: 'It is assigned as "{assignment}".',
        values: detail,
      }),
  );

/** Values that a policy overwrites; any other key is the name of a tag. */
const overwritten: Readonly<Record<string, string>> = {
  location: i18n.translate('azureOpenaiSetup.problems.policy.what.location', {
    defaultMessage: 'It sets the region.',
  }),
  public_access: i18n.translate('azureOpenaiSetup.problems.policy.what.public_access', {
    defaultMessage: 'It sets who can call the endpoint, which can block calls to the model.',
  }),
  tag: i18n.translate('azureOpenaiSetup.problems.policy.what.tag', {
    defaultMessage: 'It adds or changes a tag.',
  }),
  other: i18n.translate('azureOpenaiSetup.problems.policy.what.other', {
    defaultMessage: "It sets a value that isn't on this page.",
  }),
};

const whatChanges = (what: string) =>
  own(overwritten, what) ??
  i18n.translate('azureOpenaiSetup.problems.policy.what.named', {
    defaultMessage: 'It sets the tag "{what}".',
    values: { what },
  });

/** Azure policies. */
export const policyWords = {
  policy_denied: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.policy_denied.title', {
      defaultMessage: 'An Azure policy forbids this',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.policy_denied.cause', {
        defaultMessage: 'Your organization has a rule for resources at this scope.',
      }),
      whichPolicy(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.policy_denied.remedy', {
      defaultMessage:
        'Change the value that the policy denies: often the region, a missing tag, or the network setting. Otherwise, ask the person who manages policies to grant an exemption.',
    }),
  }),
  policy_denies_location: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.policy_denies_location.title', {
      defaultMessage: 'An Azure policy forbids the region',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.policy_denies_location.cause', {
        defaultMessage: 'Your organization allows resources in some regions only.',
      }),
      has(problem.detail, 'location') &&
        i18n.translate('azureOpenaiSetup.problems.policy_denies_location.location', {
          defaultMessage: "{location} isn't one of them.",
          values: problem.detail,
        }),
      has(problem.detail, 'allowed') &&
        i18n.translate('azureOpenaiSetup.problems.policy_denies_location.allowed', {
          defaultMessage: 'Allowed: {allowed}.',
          values: problem.detail,
        }),
      whichPolicy(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.policy_denies_location.remedy', {
      defaultMessage:
        'Choose a region that is allowed, or ask the person who manages policies to grant an exemption.',
    }),
  }),
  policy_denies_public_access: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.policy_denies_public_access.title', {
      defaultMessage: 'An Azure policy forbids public access',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.policy_denies_public_access.cause', {
        defaultMessage: "Your organization doesn't allow public access to resources of this kind.",
      }),
      whichPolicy(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.policy_denies_public_access.remedy', {
      defaultMessage:
        'Allow selected addresses only, including those of {caller, select, elasticsearch {the Elasticsearch nodes} both {the Kibana server and the Elasticsearch nodes} other {the Kibana server}}. If that is also forbidden, disable public access and create a private endpoint in the network of the same servers.',
      values: callerOf(problem.detail),
    }),
  }),
  policy_denies_keys: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.policy_denies_keys.title', {
      defaultMessage: 'An Azure policy forbids API keys',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.policy_denies_keys.cause', {
        defaultMessage:
          'Your organization requires key access to be disabled. This connection uses an API key.',
      }),
      keysNeededSentence(problem.detail),
      whichPolicy(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.policy_denies_keys.remedy', {
      defaultMessage:
        'Ask the person who manages policies to grant an exemption for the resource group, or use a subscription or an existing resource that allows keys.',
    }),
  }),
  policy_requires_tag: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.policy_requires_tag.title', {
      defaultMessage: 'An Azure policy requires a tag',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.policy_requires_tag.cause', {
        defaultMessage: 'Azure refuses resources without the tag, or with another value.',
      }),
      has(problem.detail, 'tagName') &&
        (has(problem.detail, 'count') && problem.detail.count > 1
          ? i18n.translate('azureOpenaiSetup.problems.policy_requires_tag.tags', {
              defaultMessage: '{count, number} tags are missing: {tagName}.',
              values: problem.detail,
            })
          : i18n.translate('azureOpenaiSetup.problems.policy_requires_tag.tag', {
              defaultMessage: 'The tag is "{tagName}".',
              values: problem.detail,
            })),
      has(problem.detail, 'allowed') &&
        i18n.translate('azureOpenaiSetup.problems.policy_requires_tag.allowed', {
          defaultMessage: 'Allowed values: {allowed}.',
          values: problem.detail,
        }),
      whichPolicy(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.policy_requires_tag.remedy', {
      defaultMessage: 'Add the tag. Setup applies it to every resource that it creates.',
    }),
  }),
  policy_changes_request: (problem) => ({
    title: i18n.translate('azureOpenaiSetup.problems.policy_changes_request.title', {
      defaultMessage: 'An Azure policy changes a value',
    }),
    cause: sentences(
      i18n.translate('azureOpenaiSetup.problems.policy_changes_request.cause', {
        defaultMessage: 'A policy of your organization replaces your value with its own.',
      }),
      has(problem.detail, 'what') && whatChanges(problem.detail.what),
      whichPolicy(problem),
    ),
    remedy: i18n.translate('azureOpenaiSetup.problems.policy_changes_request.remedy', {
      defaultMessage:
        "You can continue. The resource gets the policy's value, which can differ from the one on this page.",
    }),
  }),
  policies_unreadable: () => ({
    title: i18n.translate('azureOpenaiSetup.problems.policies_unreadable.title', {
      defaultMessage: "Couldn't check the Azure policies",
    }),
    cause: i18n.translate('azureOpenaiSetup.problems.policies_unreadable.cause', {
      defaultMessage: "Azure didn't respond, or your roles don't allow this check.",
    }),
    remedy: i18n.translate('azureOpenaiSetup.problems.policies_unreadable.remedy', {
      defaultMessage:
        'You can continue. If a policy denies the resource, setup stops at that step and shows the policy.',
    }),
  }),
} satisfies Partial<Words>;
