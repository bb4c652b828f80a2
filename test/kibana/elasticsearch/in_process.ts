import path from 'node:path';
import { createLicense } from '../licensing';
import { createLogger } from '../logging';
import type { Principal } from '../security/principal';
import { readSettings } from '../config/settings';
import { startElasticsearch } from './elasticsearch';
import { openEndpoints } from './endpoint_store';
import { inferenceRules } from './inference_rules';
import type { Way } from './outbound';
import { openUses } from './uses';

const everything: Principal = {
  user: {
    username: 'person',
    roles: [],
    enabled: true,
    authentication_realm: { name: 'default_native', type: 'native' },
    authentication_type: 'realm',
  },
  superuser: true,
  grants: [],
};

/** The cluster without its Kibana, in this process: of a version, with its data in a folder, for one person. */
export async function elasticsearchInProcess(version: string, dir: string, way: Way) {
  const { settings } = readSettings({});
  const store = openEndpoints(dir);
  let person = everything;
  const elasticsearch = await startElasticsearch({
    license: createLicense({ ...settings, 'host.license': 'trial' }),
    store,
    uses: openUses(dir),
    rules: inferenceRules(version),
    outside: { ...way, timeScale: 0.001 },
    authenticate: () => person,
    log: createLogger({ file: path.join(dir, 'kibana.log'), root: 'off', loggers: [] }),
  });
  return {
    ...elasticsearch,
    store,
    /** The person has these cluster privileges from now on; without any given, all. */
    grant(...cluster: string[]) {
      const grants = [{ spaces: [], features: {}, cluster }];
      person = cluster.length === 0 ? everything : { ...everything, superuser: false, grants };
    },
  };
}
