import type { Settings } from './config/settings';

const order = ['basic', 'standard', 'gold', 'platinum', 'enterprise', 'trial'];
const rank = (type: string) => order.indexOf(type);

/** Kibana's license object for `host.license`. */
export function createLicense(settings: Settings) {
  const type = settings['host.license'];
  const hasAtLeast = (minimum: string) => {
    if (rank(minimum) < 0) throw new Error(`"${minimum}" is not a valid license type`);
    return rank(type) >= rank(minimum);
  };
  return {
    uid: 'embedded',
    type,
    mode: type,
    status: 'active' as const,
    isAvailable: true,
    isActive: true,
    hasAtLeast,
    check(pluginId: string, minimum: string) {
      if (hasAtLeast(minimum)) return { state: 'valid' as const };
      return {
        state: 'invalid' as const,
        message: `Your ${type} license does not support ${pluginId}. Please upgrade your license.`,
      };
    },
  };
}
export type License = ReturnType<typeof createLicense>;
