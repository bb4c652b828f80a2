import { fail, type Check, type KibanaContext } from './check';

/** An administrator can switch connector types off with `xpack.actions.enabledActionTypes`. */
export const connectorType: Check<KibanaContext> = {
  id: 'connector_type',
  target: 'connector',
  run: ({ readiness: { isEnabled, licenseSufficient } }) =>
    isEnabled || !licenseSufficient ? [] : [fail({ code: 'connector_type_disabled' })],
};
