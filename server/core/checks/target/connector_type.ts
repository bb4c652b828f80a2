import { fail, type Check, type KibanaContext } from '../check';

/** An administrator can disable connector types with `xpack.actions.enabledActionTypes`. */
export const connectorType: Check<KibanaContext> = {
  id: 'connector_type',
  target: 'connector',
  run: ({ readiness: { connector } }) =>
    !connector || connector.isEnabled || !connector.licenseSufficient
      ? []
      : [fail({ code: 'connector_type_disabled' })],
};
