import { i18n } from '@kbn/i18n';
import type { DeploymentType } from '../../../common/setup_request';

export const dataText = {
  search: i18n.translate('azureOpenaiSetup.data.search', { defaultMessage: 'Search by region' }),
  best: i18n.translate('azureOpenaiSetup.data.best', { defaultMessage: 'Best' }),
  unreadQuota: i18n.translate('azureOpenaiSetup.data.unreadQuota', {
    defaultMessage: 'Quota unknown',
  }),
  noQuota: i18n.translate('azureOpenaiSetup.data.noQuota', { defaultMessage: 'No quota' }),
  atCapacity: i18n.translate('azureOpenaiSetup.data.atCapacity', {
    defaultMessage: 'No capacity left in Azure',
  }),
  notOffered: i18n.translate('azureOpenaiSetup.data.notOffered', {
    defaultMessage: 'Not offered',
  }),
  showAll: i18n.translate('azureOpenaiSetup.data.showAll', { defaultMessage: 'Show all regions' }),
  filteredOut: i18n.translate('azureOpenaiSetup.data.filteredOut', {
    defaultMessage: 'No region matches these filters',
  }),
};

/** The data processing area of each type, without a region. */
export const typeReach: Record<DeploymentType, string> = {
  Standard: i18n.translate('azureOpenaiSetup.data.reach.region', {
    defaultMessage: 'In the region only',
  }),
  DataZoneStandard: i18n.translate('azureOpenaiSetup.data.reach.zone', {
    defaultMessage: 'In the data zone',
  }),
  GlobalStandard: i18n.translate('azureOpenaiSetup.data.reach.anywhere', {
    defaultMessage: 'In any region',
  }),
};
