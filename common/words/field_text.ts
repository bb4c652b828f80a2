import { i18n } from '@kbn/i18n';
import { runTag } from '../run_tag';
import { setupRequestSchema, type SetupField } from '../setup_request';

/** The texts of one field. */
interface FieldText {
  label: string;
  help?: string;
}

export const isSetupField = (name: string | undefined): name is SetupField =>
  name !== undefined && name in setupRequestSchema.entries;

export const fieldText: Record<SetupField, FieldText> = {
  subscriptionId: {
    label: i18n.translate('azureOpenaiSetup.fields.subscriptionId.label', {
      defaultMessage: 'Subscription',
    }),
  },
  resourceGroup: {
    label: i18n.translate('azureOpenaiSetup.fields.resourceGroup.label', {
      defaultMessage: 'Resource group',
    }),
  },
  location: {
    label: i18n.translate('azureOpenaiSetup.fields.location.label', { defaultMessage: 'Region' }),
  },
  accountName: {
    label: i18n.translate('azureOpenaiSetup.fields.accountName.label', {
      defaultMessage: 'Resource name',
    }),
  },
  customSubDomainName: {
    label: i18n.translate('azureOpenaiSetup.fields.customSubDomainName.label', {
      defaultMessage: 'Endpoint name',
    }),
  },
  kind: {
    label: i18n.translate('azureOpenaiSetup.fields.kind.label', {
      defaultMessage: 'Resource kind',
    }),
  },
  networkAccess: {
    label: i18n.translate('azureOpenaiSetup.fields.networkAccess.label', {
      defaultMessage: 'Network',
    }),
  },
  ipRules: {
    label: i18n.translate('azureOpenaiSetup.fields.ipRules.label', {
      defaultMessage: 'Allowed addresses',
    }),
  },
  tags: {
    label: i18n.translate('azureOpenaiSetup.fields.tags.label', { defaultMessage: 'Tags' }),
    help: i18n.translate('azureOpenaiSetup.fields.tags.help', {
      defaultMessage:
        'Applied to every resource that setup creates. Setup also adds the tag {runTag}.',
      values: { runTag },
    }),
  },
  onDeletedAccount: {
    label: i18n.translate('azureOpenaiSetup.fields.onDeletedAccount.label', {
      defaultMessage: 'Deleted resource',
    }),
  },
  modelName: {
    label: i18n.translate('azureOpenaiSetup.fields.modelName.label', { defaultMessage: 'Model' }),
  },
  modelVersion: {
    label: i18n.translate('azureOpenaiSetup.fields.modelVersion.label', {
      defaultMessage: 'Version',
    }),
  },
  deploymentType: {
    label: i18n.translate('azureOpenaiSetup.fields.deploymentType.label', {
      defaultMessage: 'Deployment type',
    }),
  },
  deploymentName: {
    label: i18n.translate('azureOpenaiSetup.fields.deploymentName.label', {
      defaultMessage: 'Deployment name',
    }),
  },
  capacity: {
    label: i18n.translate('azureOpenaiSetup.fields.capacity.label', {
      defaultMessage: 'Tokens per minute',
    }),
  },
  versionUpgradeOption: {
    label: i18n.translate('azureOpenaiSetup.fields.versionUpgradeOption.label', {
      defaultMessage: 'Version update policy',
    }),
  },
  target: {
    label: i18n.translate('azureOpenaiSetup.fields.target.label', {
      defaultMessage: 'Connection in Kibana',
    }),
  },
  targetName: {
    label: i18n.translate('azureOpenaiSetup.fields.targetName.label', {
      defaultMessage: 'Connector name',
    }),
  },
  authentication: {
    label: i18n.translate('azureOpenaiSetup.fields.authentication.label', {
      defaultMessage: 'Authentication',
    }),
  },
  applicationId: {
    label: i18n.translate('azureOpenaiSetup.fields.applicationId.label', {
      defaultMessage: 'Application (client) ID',
    }),
  },
};
