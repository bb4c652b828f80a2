import type { Settings } from '../config/settings';

/** Thrown if the license or the settings disable a connector type; not a Boom error. */
export function actionTypeDisabled(message: string, reason: 'config' | 'license_invalid') {
  return Object.assign(new Error(message), { reason });
}

/** Hosts and connector types that `xpack.actions.*` allows. */
export function createActionsConfig(settings: Settings) {
  const isHostnameAllowed = (hostname: string | undefined) => {
    const allowed = settings['xpack.actions.allowedHosts'];
    return allowed.includes('*') || (!!hostname && allowed.includes(hostname));
  };
  const isUriAllowed = (uri: string) =>
    isHostnameAllowed(URL.canParse(uri) ? new URL(uri).hostname : undefined);
  const isActionTypeEnabled = (type: string) => {
    const enabled = settings['xpack.actions.enabledActionTypes'];
    return enabled.includes('*') || enabled.includes(type);
  };
  const ensure = (allowed: boolean, field: string, value: string) => {
    if (allowed) return;
    throw new Error(
      `target ${field} "${value}" is not added to the Kibana config xpack.actions.allowedHosts`,
    );
  };
  const hosts = (names: string[] | undefined) => names && new Set(names);
  const proxyUrl = settings['xpack.actions.proxyUrl'];
  return {
    getProxySettings: () =>
      proxyUrl === undefined
        ? undefined
        : {
            proxyUrl,
            proxyBypassHosts: hosts(settings['xpack.actions.proxyBypassHosts']),
            proxyOnlyHosts: hosts(settings['xpack.actions.proxyOnlyHosts']),
            proxyHeaders: settings['xpack.actions.proxyHeaders'],
            proxySSLSettings: {
              verificationMode: settings['xpack.actions.ssl.proxyVerificationMode'],
            },
          },
    getSSLSettings: () => ({
      verificationMode: settings['xpack.actions.ssl.verificationMode'],
    }),
    isUriAllowed,
    isActionTypeEnabled,
    ensureUriAllowed: (uri: string) => ensure(isUriAllowed(uri), 'url', uri),
    ensureHostnameAllowed: (host: string) => ensure(isHostnameAllowed(host), 'hostname', host),
    ensureActionTypeEnabled(type: string) {
      if (isActionTypeEnabled(type)) return;
      throw actionTypeDisabled(
        `action type "${type}" is not enabled in the Kibana config xpack.actions.enabledActionTypes`,
        'config',
      );
    },
  };
}
export type ActionsConfig = ReturnType<typeof createActionsConfig>;
