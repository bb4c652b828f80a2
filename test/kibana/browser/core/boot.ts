import { i18n } from '@kbn/i18n';
import { readInput } from './read_input';

interface Core {
  __kbnBootstrap__: () => void;
}

const isCore = (module: unknown): module is Core =>
  typeof module === 'object' && module !== null && '__kbnBootstrap__' in module;

const start = () => {
  const core = window.__kbnBundles__.get('entry/core/public');
  if (isCore(core)) core.__kbnBootstrap__();
};

/** A script that failed to load replaces the whole page, as in Kibana. */
const showFailure = (urls: string[]) => {
  const body = document.getElementById('kibana-body');
  if (body === null) return;
  body.dataset['testSubj'] = 'bootFailure';
  body.textContent = `Elastic did not load properly: ${urls.join(', ')}`;
};

/** Loads the translations first, because plugins translate when they load. */
const loadTexts = () =>
  i18n.load(readInput().translationsUrl).catch((error: unknown) => console.error(error));

if (window.__kbnFailedScripts__.length > 0) showFailure(window.__kbnFailedScripts__);
else void Promise.resolve(window.__kbnPluginsLoaded).then(loadTexts).then(start);
