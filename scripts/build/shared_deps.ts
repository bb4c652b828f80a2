import type { BuildOptions, Plugin } from 'esbuild';
import { inProject } from '../paths';

/**
 * Modules that Kibana already has on the page, and their names in `__kbnSharedDeps__`. Only names that exist in every
 * 9.x version; everything else is bundled. Source: elastic/kibana
 * `src/platform/packages/private/kbn-ui-shared-deps-src/src/{definitions,entry}.js`, from 9.0 to main in September
 * 2026.
 */
export const sharedDeps: Record<string, string> = {
  react: 'React',
  'react-dom': 'ReactDom',
  '@elastic/eui': 'ElasticEui',
  '@emotion/react': 'EmotionReact',
  '@kbn/i18n': 'KbnI18n',
  moment: 'Moment',
  rxjs: 'Rxjs',
};

const namedExports: Record<string, string> = { '@emotion/react': 'jsx', '@kbn/i18n': 'i18n' };

const namespace = 'kibana-shared';

/** Kibana shares React, but not the JSX runtime that libraries use. */
const jsxRuntime = {
  name: 'react/jsx-runtime',
  contents: `
    import { createElement, Fragment } from 'react';
    export const jsx = (type, props, key) =>
      createElement(type, key === undefined ? props : { ...props, key });
    export { Fragment, jsx as jsxs };`,
};

/**
 * A shared module is read from the global when it is first used. Without `sideEffects: false` the JSX shim would read
 * modules also where there is no JSX.
 */
export const useSharedDeps: Plugin = {
  name: namespace,
  setup: (bundler) => {
    bundler.onResolve({ filter: /.*/ }, ({ path }) =>
      path in sharedDeps || path === jsxRuntime.name
        ? { path, namespace, sideEffects: false }
        : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace }, ({ path }) => {
      if (path === jsxRuntime.name) return { contents: jsxRuntime.contents };
      const target =
        path in namedExports ? `export const { ${namedExports[path]} }` : 'module.exports';
      return { contents: `${target} = globalThis.__kbnSharedDeps__.${sharedDeps[path]};` };
    });
  },
};

/** JSX through the shared Emotion: no JSX runtime is shared, and a second Emotion has its own theme. */
export const sharedJsx = {
  jsx: 'transform',
  jsxFactory: '__jsx',
  jsxFragment: '__Fragment',
  inject: [inProject('scripts/build/jsx_shim.ts')],
  // Otherwise esbuild takes the JSX settings of tsconfig.json.
  tsconfigRaw: {},
} satisfies BuildOptions;
