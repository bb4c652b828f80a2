import React, { type ReactNode } from 'react';
import { EuiProvider } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';

/**
 * Wraps the root of a React tree. Only the page's own root brings the global styles. The newest Kibana needs the mount
 * element.
 */
export const createRendering = (darkMode: boolean, needsMountElement = false) => {
  const wrap = (element: ReactNode, isPage: boolean) => (
    <EuiProvider
      colorMode={darkMode ? 'dark' : 'light'}
      globalStyles={isPage ? undefined : false}
      utilityClasses={isPage ? undefined : false}
    >
      {element}
    </EuiProvider>
  );
  const start: CoreStart['rendering'] = {
    addContext: (element, options) => {
      if (needsMountElement && !(options?.mountElement instanceof HTMLElement)) {
        throw new Error('addContext needs the mountElement.');
      }
      return wrap(element, false);
    },
  };
  return { start, page: (element: ReactNode) => wrap(element, true) };
};
