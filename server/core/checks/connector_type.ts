import { fail, type KibanaCheck } from './check';

/** An administrator can switch connector types off with `xpack.actions.enabledActionTypes`. */
export const connectorType: KibanaCheck = {
  id: 'connector_type',
  about: 'kibana',
  run: ({ typeEnabled, licenseSufficient }) =>
    typeEnabled || !licenseSufficient ? [] : [fail({ code: 'connector_type_disabled' })],
};
