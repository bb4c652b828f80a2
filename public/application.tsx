import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, unmountComponentAtNode } from 'react-dom';
import { createQueryClient } from './api/query_client';
import { CoreProvider } from './api/core_context';
import { restoreRecommendation } from './setup/form/recommendation_storage';
import { SetupPage } from './setup/shell/setup_page';

/** Renders the page into Kibana's element; returns the function that unmounts it. */
export function renderApplication(core: CoreStart, params: AppMountParameters): () => void {
  const { element, history, onAppLeave } = params;
  const client = createQueryClient();
  restoreRecommendation(client, core.http.basePath.get());
  render(
    core.rendering.addContext(
      <CoreProvider value={core}>
        <QueryClientProvider client={client}>
          <SetupPage history={history} onAppLeave={onAppLeave} />
        </QueryClientProvider>
      </CoreProvider>,
      { mountElement: element },
    ),
    element,
  );
  return () => {
    unmountComponentAtNode(element);
  };
}
