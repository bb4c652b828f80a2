import type { ReactElement } from 'react';
import ReactDOM from 'react-dom';
import type { AppMountParameters, AppRegistration, CoreStart } from '@kbn/core/public';

type Content = (core: CoreStart, params: AppMountParameters) => ReactElement;

/** An app of the host; gets core from `start` when it opens. */
export const pageApp =
  (app: Omit<AppRegistration, 'mount'>, content: Content) =>
  (start: () => CoreStart): AppRegistration => ({
    ...app,
    mount: async (params) => {
      const core = start();
      core.chrome.setBreadcrumbs([{ text: app.title }]);
      core.chrome.docTitle.change(app.title);
      ReactDOM.render(
        core.rendering.addContext(content(core, params), { mountElement: params.element }),
        params.element,
      );
      return () => {
        ReactDOM.unmountComponentAtNode(params.element);
      };
    },
  });
