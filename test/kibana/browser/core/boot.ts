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

/** Texts first: plugins translate as soon as their scripts run. */
i18n
  .load(readInput().translationsUrl)
  .catch((error: unknown) => console.error(error))
  .finally(start);
