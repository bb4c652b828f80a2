interface Core {
  __kbnBootstrap__: () => void;
}

const isCore = (module: unknown): module is Core =>
  typeof module === 'object' && module !== null && '__kbnBootstrap__' in module;

const core = window.__kbnBundles__.get('entry/core/public');
if (isCore(core)) core.__kbnBootstrap__();
