import { i18n } from '@kbn/i18n';
import type { Fix, FixCode } from '../check';
import type { Options } from '../options';
import { formatCapacity, formatTokens, modelTitle, regionName } from './format';
import { defaultTarget } from '../targets/targets';
import { typeName } from './model_text';
import { targetButtonText } from './target_text';

type Words = (fix: Fix, options: Options | undefined) => string;

/** The first of the names that the change sets. */
const newName = ({ change, detail }: Fix): string | number =>
  change.targetName ??
  change.deploymentName ??
  change.customSubDomainName ??
  change.accountName ??
  detail?.name ??
  '';

/** True if the person still has to enter a value. */
export const needsInput = ({ code, change: { tags = {} }, detail }: Fix): boolean =>
  code === 'add_tag' && (Number(detail?.empty ?? 0) > 0 || tags[String(detail?.tagName)] === '');

function addTag({ change, detail }: Fix): string {
  const count = Number(detail?.count ?? 1);
  if (count > 1) {
    return i18n.translate('azureOpenaiSetup.fixes.add_tags', {
      defaultMessage: 'Add the {count, number} tags',
      values: { count },
    });
  }
  const tagName = String(detail?.tagName ?? Object.keys(change.tags ?? {}).at(-1) ?? '');
  const value = change.tags?.[tagName];
  return value
    ? i18n.translate('azureOpenaiSetup.fixes.add_tag.value', {
        defaultMessage: 'Add the tag {tagName} with the value {value}',
        values: { tagName, value },
      })
    : i18n.translate('azureOpenaiSetup.fixes.add_tag', {
        defaultMessage: 'Add the tag {tagName}',
        values: { tagName },
      });
}

const nameOf = ({ detail }: Fix) =>
  detail?.name ??
  i18n.translate('azureOpenaiSetup.fixes.theResource', { defaultMessage: 'the deleted resource' });

const words: Record<FixCode, Words> = {
  use_location: ({ change, detail }, options) =>
    i18n.translate('azureOpenaiSetup.fixes.useLocation', {
      defaultMessage: 'Use {location} instead',
      values: { location: regionName(String(change.location ?? detail?.location ?? ''), options) },
    }),
  use_deployment_type: ({ change, detail }) =>
    i18n.translate('azureOpenaiSetup.fixes.useDeploymentType', {
      defaultMessage: 'Use the deployment type {deploymentType}',
      values: {
        deploymentType: typeName(change.deploymentType ?? String(detail?.deploymentType ?? '')),
      },
    }),
  use_model: ({ change, detail }) =>
    i18n.translate('azureOpenaiSetup.fixes.useModel', {
      defaultMessage: 'Use {model} instead',
      values: { model: modelTitle(String(change.modelName ?? detail?.model ?? '')) },
    }),
  use_capacity: ({ change, detail }) =>
    i18n.translate('azureOpenaiSetup.fixes.useCapacity', {
      defaultMessage: 'Use {amount}',
      values: {
        amount:
          typeof detail?.tokens === 'number'
            ? formatTokens(detail.tokens)
            : formatCapacity(change.capacity ?? 0),
      },
    }),
  use_name: (fix) =>
    i18n.translate('azureOpenaiSetup.fixes.useName', {
      defaultMessage: 'Use the name {name}',
      values: { name: newName(fix) },
    }),
  use_existing_account: ({ change, detail }) =>
    i18n.translate('azureOpenaiSetup.fixes.useExistingAccount', {
      defaultMessage: 'Use the existing resource {name}',
      values: { name: change.accountName ?? detail?.name },
    }),
  use_existing_deployment: ({ detail }) =>
    i18n.translate('azureOpenaiSetup.fixes.useExistingDeployment', {
      defaultMessage: 'Use {name} as it is, with {model}',
      values: { name: detail?.name, model: modelTitle(String(detail?.model ?? '')) },
    }),
  use_new_account: ({ change }) =>
    i18n.translate('azureOpenaiSetup.fixes.useNewAccount', {
      defaultMessage: 'Create the new resource {name}',
      values: { name: change.accountName },
    }),
  use_no_keys: () =>
    i18n.translate('azureOpenaiSetup.fixes.useNoKeys', {
      defaultMessage: 'Connect without API keys',
    }),
  use_target: ({ change }) =>
    targetButtonText(change.target ?? defaultTarget, change.authentication === 'api_key'),
  use_resource_group: ({ change, detail }) =>
    i18n.translate('azureOpenaiSetup.fixes.useResourceGroup', {
      defaultMessage: 'Use the resource group {name}',
      values: { name: change.resourceGroup ?? detail?.name },
    }),
  add_tag: addTag,
  close_network: () =>
    i18n.translate('azureOpenaiSetup.fixes.closeNetwork', {
      defaultMessage: 'Disable public access',
    }),
  restore_account: (fix) =>
    i18n.translate('azureOpenaiSetup.fixes.restoreAccount', {
      defaultMessage: 'Restore {name} with its deployments',
      values: { name: nameOf(fix) },
    }),
  purge_account: (fix) =>
    i18n.translate('azureOpenaiSetup.fixes.purgeAccount', {
      defaultMessage: 'Purge {name} and create a new one',
      values: { name: nameOf(fix) },
    }),
};

/** The text of a fix's button. `options` has the display names of regions. */
export const fixText = (fix: Fix, options?: Options): string => words[fix.code](fix, options);
