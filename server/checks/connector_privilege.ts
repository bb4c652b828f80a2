import { fail, pass, type KibanaCheck } from './check';

/** Creating a connector asks for the "Actions and Connectors: all" privilege in the space. */
export const connectorPrivilege: KibanaCheck = {
  id: 'connector_privilege',
  about: 'kibana',
  run: ({ canSave }) =>
    canSave
      ? pass('connector_privilege')
      : fail('connector_privilege', { code: 'connector_privilege_missing' }),
};
