import { fail, type Check, type KibanaContext } from '../check';

/** Creating a connector requires the "Actions and Connectors: All" privilege in the space. */
export const connectorPrivilege: Check<KibanaContext> = {
  id: 'connector_privilege',
  target: 'connector',
  run: ({ readiness: { connector } }) =>
    !connector || connector.canCreate ? [] : [fail({ code: 'connector_privilege_missing' })],
};
