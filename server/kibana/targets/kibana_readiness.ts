import type { CoreStart } from '@kbn/core/server';
import type { LicensingPluginStart } from '@kbn/licensing-plugin/server';
import type { KibanaReadiness } from '../../core/targets/target';

export interface KibanaReadinessServices {
  licensing: LicensingPluginStart;
  core: { security: { authc: Pick<CoreStart['security']['authc'], 'apiKeys'> } };
}

/** The license and API key requirements of all targets. */
export async function readKibanaReadiness({
  licensing,
  core,
}: KibanaReadinessServices): Promise<
  Pick<KibanaReadiness, 'license' | 'licenseSufficient' | 'apiKeysEnabled'>
> {
  const [license, apiKeysEnabled] = await Promise.all([
    licensing.getLicense(),
    core.security.authc.apiKeys.areAPIKeysEnabled(),
  ]);
  return {
    license: license.type ?? 'unknown',
    licenseSufficient: license.isActive && license.hasAtLeast('enterprise'),
    apiKeysEnabled,
  };
}
