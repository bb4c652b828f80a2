import type { Capabilities } from '@kbn/core/server';
import type { ManagementSetup, RegisterManagementAppArgs } from '@kbn/management-plugin/public';

export interface Management {
  setup: ManagementSetup;
  /** Apps that the user can open, in order. */
  listApps(): RegisterManagementAppArgs[];
}

/** An entry is hidden only by its capability with the value false. */
const isEnabled = ({ id, capabilitiesId = id }: RegisterManagementAppArgs, enabled: unknown) =>
  typeof enabled !== 'object' || enabled === null || Reflect.get(enabled, capabilitiesId) !== false;

/** The contract of `management`, with the one section that is used here. */
export const createManagement = ({ management = {} }: Capabilities): Management => {
  const apps = new Map<string, RegisterManagementAppArgs>();
  const registerApp = (app: RegisterManagementAppArgs) => {
    if (apps.has(app.id)) {
      throw new Error(`Management app already registered in insightsAndAlerting: ${app.id}`);
    }
    apps.set(app.id, app);
  };
  return {
    setup: { sections: { section: { insightsAndAlerting: { registerApp } } } },
    listApps: () =>
      [...apps.values()]
        .filter((app) => isEnabled(app, management['insightsAndAlerting']))
        .sort((a, b) => (a.order ?? 100) - (b.order ?? 100)),
  };
};
