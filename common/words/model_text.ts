import { i18n } from '@kbn/i18n';
import * as v from 'valibot';
import { deploymentType as deploymentTypes } from '../fields';
import type { ModelDrawback } from '../options';
import type { DeploymentType } from '../setup_request';

const isDeploymentType = (type: string): type is DeploymentType => v.is(deploymentTypes, type);

/** The portal's names. */
const deploymentTypeText: Record<DeploymentType, string> = {
  GlobalStandard: i18n.translate('azureOpenaiSetup.model.type.GlobalStandard', {
    defaultMessage: 'Global Standard',
  }),
  DataZoneStandard: i18n.translate('azureOpenaiSetup.model.type.DataZoneStandard', {
    defaultMessage: 'Data Zone Standard',
  }),
  Standard: i18n.translate('azureOpenaiSetup.model.type.Standard', {
    defaultMessage: 'Standard',
  }),
};

/** Types that setup does not create keep Azure's own name. */
export const typeName = (type: string): string =>
  isDeploymentType(type) ? deploymentTypeText[type] : type;

/** Maps every deployment type to the standard type with the same data processing area. */
const reach = new Map<string, DeploymentType>([
  ['GlobalProvisionedManaged', 'GlobalStandard'],
  ['DeveloperTier', 'GlobalStandard'],
  ['DataZoneProvisionedManaged', 'DataZoneStandard'],
  ['ProvisionedManaged', 'Standard'],
]);

/** The type that setup creates and that processes data in the same area; undefined for a type that is not known. */
export const processesLike = (type: string): DeploymentType | undefined =>
  isDeploymentType(type) ? type : reach.get(type);

export const drawbackText: Record<ModelDrawback, string> = {
  deprecating: i18n.translate('azureOpenaiSetup.model.drawback.deprecating', {
    defaultMessage: "Being phased out: new subscriptions can't deploy it",
  }),
  phasing_out: i18n.translate('azureOpenaiSetup.model.drawback.phasing_out', {
    defaultMessage: 'Being phased out, but still available to you',
  }),
  deprecated: i18n.translate('azureOpenaiSetup.model.drawback.deprecated', {
    defaultMessage: 'Retired',
  }),
  retires_soon: i18n.translate('azureOpenaiSetup.model.drawback.retires_soon', {
    defaultMessage: 'Retires within 180 days',
  }),
  responses_only: i18n.translate('azureOpenaiSetup.model.drawback.responses_only', {
    defaultMessage: 'Has no Chat Completions API, which Kibana needs',
  }),
  low_score: i18n.translate('azureOpenaiSetup.model.drawback.low_score', {
    defaultMessage: 'Not recommended by Elastic',
  }),
  tools_need_reasoning_effort: i18n.translate(
    'azureOpenaiSetup.model.drawback.tools_need_reasoning_effort',
    { defaultMessage: "Newer, but can't call tools from Kibana" },
  ),
  temperature_refused: i18n.translate('azureOpenaiSetup.model.drawback.temperature_refused', {
    defaultMessage: 'Fails through this connection',
  }),
  not_rated: i18n.translate('azureOpenaiSetup.model.drawback.not_rated', {
    defaultMessage: 'Not rated by Elastic',
  }),
  preview: i18n.translate('azureOpenaiSetup.model.drawback.preview', {
    defaultMessage: 'Preview: might change or be withdrawn at short notice',
  }),
  no_quota: i18n.translate('azureOpenaiSetup.model.drawback.no_quota', {
    defaultMessage: 'No quota in this subscription',
  }),
  no_capacity: i18n.translate('azureOpenaiSetup.model.drawback.no_capacity', {
    defaultMessage: 'Azure currently has no capacity left in the region',
  }),
};
