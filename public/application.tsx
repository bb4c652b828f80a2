import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, unmountComponentAtNode } from 'react-dom';
import { CoreProvider } from './api/core_context';
import { Wizard } from './wizard/wizard';

/** Kibana can be reached where the internet cannot, and its answers name their failures themselves. */
const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** Draws the page into Kibana's element; answers what takes it away again. */
export function renderApplication(core: CoreStart, params: AppMountParameters): () => void {
  const { element, history, onAppLeave } = params;
  const queries = newQueryClient();
  render(
    core.rendering.addContext(
      <CoreProvider value={core}>
        <QueryClientProvider client={queries}>
          <Wizard history={history} onAppLeave={onAppLeave} />
        </QueryClientProvider>
      </CoreProvider>,
    ),
    element,
  );
  return () => {
    unmountComponentAtNode(element);
    queries.clear();
  };
}
