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
  return { type, isAvailable: true, isActive: true, hasAtLeast };
}
export type License = ReturnType<typeof createLicense>;
