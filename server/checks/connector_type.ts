import { fail, pass, type KibanaCheck } from './check';

/** An administrator can switch connector types off with `xpack.actions.enabledActionTypes`. */
export const connectorType: KibanaCheck = {
  id: 'connector_type',
  about: 'kibana',
  run: ({ typeEnabled, licenceSufficient }) =>
    typeEnabled || !licenceSufficient
      ? pass('connector_type')
      : fail('connector_type', { code: 'connector_type_disabled' }),
};
