import { fail, type KibanaCheck } from './check';

/** Creating a connector asks for the "Actions and Connectors: all" privilege in the space. */
export const connectorPrivilege: KibanaCheck = {
  id: 'connector_privilege',
  about: 'kibana',
  run: ({ canSave }) => (canSave ? [] : [fail({ code: 'connector_privilege_missing' })]),
};
