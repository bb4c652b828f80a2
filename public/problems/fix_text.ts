import { i18n } from '@kbn/i18n';
import type { Fix, FixCode } from '../../common/check';

type Values = NonNullable<Fix['detail']>;

/** What the button says. `location` is a region's display name here. */
const words: Record<FixCode, (values: Values) => string> = {
  use_location: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useLocation', {
      defaultMessage: 'Use {location} instead',
      values,
    }),
  use_deployment_type: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useDeploymentType', {
      defaultMessage: 'Use the deployment type {deploymentType}',
      values,
    }),
  use_model: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useModel', {
      defaultMessage: 'Use {model} instead',
      values,
    }),
  use_capacity: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useCapacity', {
      defaultMessage: 'Use {tokens, number} tokens per minute',
      values,
    }),
  use_name: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useName', {
      defaultMessage: 'Use the name {name}',
      values,
    }),
  use_existing_account: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useExistingAccount', {
      defaultMessage: 'Use the existing resource {name}',
      values,
    }),
  use_resource_group: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.useResourceGroup', {
      defaultMessage: 'Use the resource group {name}',
      values,
    }),
  add_tag: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.addTag', {
      defaultMessage: 'Add the tag {tagName}',
      values,
    }),
  open_network: () =>
    i18n.translate('azureOpenaiSetup.fixes.openNetwork', {
      defaultMessage: 'Allow all networks',
    }),
  restore_account: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.restoreAccount', {
      defaultMessage: 'Restore {name} with its deployments',
      values,
    }),
  purge_account: (values) =>
    i18n.translate('azureOpenaiSetup.fixes.purgeAccount', {
      defaultMessage: 'Purge {name} and create a new one',
      values,
    }),
};

export const fixText = ({ code, detail = {} }: Fix): string => words[code](detail);
