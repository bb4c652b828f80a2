import { useCore } from './core_context';

/** The person's Kibana privileges in this space. */
export function usePrivileges(): { show: boolean; manage: boolean } {
  const { capabilities } = useCore().application;
  return {
    show: capabilities['azureOpenaiSetup']?.['show'] === true,
    manage: capabilities['azureOpenaiSetup']?.['manage'] === true,
  };
}
