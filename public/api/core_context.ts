import type { CoreStart } from '@kbn/core/public';
import { createContext, useContext } from 'react';

const CoreContext = createContext<CoreStart | undefined>(undefined);

export const CoreProvider = CoreContext.Provider;

/** Kibana's core contract, for every component below `renderApplication`. */
export function useCore(): CoreStart {
  const core = useContext(CoreContext);
  if (!core) throw new Error('useCore needs CoreProvider above it.');
  return core;
}
