import type { CoreStart } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';

const connectors = '/insightsAndAlerting/triggersActionsConnectors/connectors';

/** Kibana's page of a connector. */
export const connectorLink = (application: CoreStart['application'], id: string) => ({
  href: application.getUrlForApp('management', { path: `${connectors}/${encodeURIComponent(id)}` }),
  text: i18n.translate('azureOpenaiSetup.done.connector', {
    defaultMessage: 'View connector',
  }),
});
