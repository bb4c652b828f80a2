import { fail, type Check, type KibanaContext } from '../check';

/** An administrator can disable connector types with `xpack.actions.enabledActionTypes`. */
export const connectorType: Check<KibanaContext> = {
  id: 'connector_type',
  target: 'connector',
  run({ readiness: { connector } }) {
    // Without the license, no connector type is enabled; the check of the license reports that.
    if (!connector?.licenseSufficient) return undefined;
    return connector.isEnabled ? [] : [fail({ code: 'connector_type_disabled' })];
  },
};
