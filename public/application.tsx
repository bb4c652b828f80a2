import type { AppMountParameters, CoreStart } from '@kbn/core/public';
import { render, unmountComponentAtNode } from 'react-dom';
import { AnswersProvider, createAnswers } from './api/answers';
import { CoreProvider } from './api/core_context';
import { Wizard } from './setup/shell/wizard';

/** Draws the page into Kibana's element; answers what takes it away again. */
export function renderApplication(core: CoreStart, params: AppMountParameters): () => void {
  const { element, history, onAppLeave } = params;
  render(
    core.rendering.addContext(
      <CoreProvider value={core}>
        <AnswersProvider value={createAnswers()}>
          <Wizard history={history} onAppLeave={onAppLeave} />
        </AnswersProvider>
      </CoreProvider>,
      { mountElement: element },
    ),
    element,
  );
  return () => {
    unmountComponentAtNode(element);
  };
}
