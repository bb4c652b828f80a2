import type { KibanaRequest } from '@kbn/core/server';
import { coerce, gte } from 'semver';
import * as v from 'valibot';
import { originOf } from '../http/kibana_request';
import { checkedBy } from '../http/route_validation';
import type { createRouter } from '../http/router';
import type { Settings } from '../config/settings';
import { strictObject } from '../../shapes';
import type { UiSettingsClients } from '../ui_settings/client';
import { defaultConnector, defaultOnly } from '../ui_settings/registered';
import type { ConnectorList } from './connector_list';

interface Options {
  version: string;
  settings: Settings;
  uiSettings: UiSettingsClients;
  getConnectorList: ConnectorList['getConnectorList'];
}

const query = strictObject({ featureId: v.pipe(v.string(), v.maxLength(255)) });

/** Some of the features that Kibana's plugins register. */
const registered = [
  { featureId: 'agent_builder', featureName: 'Agent Builder', parentFeatureId: undefined },
  { featureId: 'streams', featureName: 'Streams', parentFeatureId: undefined },
];

/**
 * The models of one AI feature: of Kibana's plugin `searchInferenceEndpoints`, from 9.4 on. Where only the default is allowed,
 * the default alone; where an administrator lists models for the feature, these; otherwise the default first, then all others.
 */
export function createFeatureModels({ version, settings, uiSettings, getConnectorList }: Options) {
  const listed = settings['host.featureModels'];

  async function getForFeature(featureId: string, request: KibanaRequest) {
    const { principal, spaceId } = originOf(request);
    const client = uiSettings.asScoped(principal, spaceId);
    const standard = await client.get(defaultConnector);
    const all = (await getConnectorList(request)).map(({ connectorId, name }) => ({
      connectorId,
      name,
    }));
    const withIds = (ids: readonly unknown[]) =>
      ids.flatMap((id) => all.filter(({ connectorId }) => connectorId === id));
    const first = withIds([standard]);
    if ((await client.get(defaultOnly)) === true) return answer(first, false);
    const entry = listed[featureId];
    if (entry) return answer(withIds(entry), true);
    return answer([...first, ...all.filter((one) => !first.includes(one))], false);
  }
  const answer = (endpoints: Array<{ connectorId: string; name: string }>, found: boolean) => ({
    endpoints,
    warnings: [],
    soEntryFound: found,
  });

  const getAll = () => registered.map((feature) => ({ ...feature, taskType: 'chat_completion' }));
  const isPlayed = gte(coerce(version)?.version ?? '0.0.0', '9.4.0');
  return {
    contract: {
      setup: {},
      start: isPlayed ? { endpoints: { getForFeature }, features: { getAll } } : {},
    },
    registerRoutes(router: ReturnType<typeof createRouter>) {
      if (!isPlayed) return;
      router.versioned['get']?.({
        path: '/internal/search_inference_endpoints/connectors',
        access: 'internal',
        security: { authz: { enabled: false, reason: 'Elasticsearch checks the privileges.' } },
      }).addVersion(
        { version: '1', validate: { request: { query: checkedBy(query) } } },
        async (_context, request, response) => {
          const { featureId } = v.parse(query, request.query);
          const { endpoints: connectors, soEntryFound } = await getForFeature(featureId, request);
          return response.ok({ body: { connectors, soEntryFound } });
        },
      );
    },
  };
}
