import type { AccountKind, VersionUpgradeOption } from '../../../../common/setup_request';
import type { Scope } from '../azure';

export interface ArmBody {
  location?: string;
  kind?: AccountKind;
  sku?: { name: string; capacity?: number };
  tags: Readonly<Record<string, string>>;
  properties?: {
    customSubDomainName?: string;
    disableLocalAuth?: true;
    publicNetworkAccess?: 'Enabled' | 'Disabled';
    networkAcls?: { defaultAction: 'Allow' | 'Deny'; ipRules: Array<{ value: string }> };
    model?: { format: 'OpenAI'; name: string; version: string };
    versionUpgradeOption?: VersionUpgradeOption;
  };
}

/** A resource in the form in which ARM creates it: `PUT {path}?api-version={apiVersion}`. */
export interface ArmResource {
  type: string;
  apiVersion: string;
  /** ARM id with URL-encoded names. */
  path: string;
  name: string;
  /** Scope that the resource is created in. */
  parent: Scope;
  body: ArmBody;
}
