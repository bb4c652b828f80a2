import React, { type ReactNode } from 'react';
import { EuiProvider } from '@elastic/eui';
import type { CoreStart } from '@kbn/core/public';
import { I18nProvider } from '@kbn/i18n-react';

/** Wraps the root of a React tree. Only the page's own root brings the global styles. */
export const createRendering = (darkMode: boolean) => {
  const wrap = (element: ReactNode, isPage: boolean) => (
    <EuiProvider
      colorMode={darkMode ? 'dark' : 'light'}
      globalStyles={isPage ? undefined : false}
      utilityClasses={isPage ? undefined : false}
    >
      <I18nProvider>{element}</I18nProvider>
    </EuiProvider>
  );
  const start: CoreStart['rendering'] = { addContext: (element) => wrap(element, false) };
  return { start, page: (element: ReactNode) => wrap(element, true) };
};
