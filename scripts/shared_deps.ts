import type { BuildOptions, Plugin } from 'esbuild';
import { inProject } from './paths';

/**
 * Modules that Kibana already has on the page, and their names in `__kbnSharedDeps__`.
 * Only names that every 9.x version has may stand here; everything else is bundled.
 */
export const sharedDeps: Record<string, string> = {
  react: 'React',
  'react-dom': 'ReactDom',
  '@elastic/eui': 'ElasticEui',
  '@emotion/react': 'EmotionReact',
  '@kbn/i18n': 'KbnI18n',
  '@kbn/i18n-react': 'KbnI18nReact',
  moment: 'Moment',
  rxjs: 'Rxjs',
};

const namespace = 'kibana-shared';

/**
 * Reads the shared modules from the global when they are first used. Without `sideEffects: false` the
 * JSX shim would read them at script load, also where there is no JSX.
 */
export const useSharedDeps: Plugin = {
  name: 'kibana-shared-deps',
  setup: (bundler) => {
    bundler.onResolve({ filter: /.*/ }, ({ path }) =>
      path in sharedDeps ? { path, namespace, sideEffects: false } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `module.exports = globalThis.__kbnSharedDeps__.${sharedDeps[path]};`,
    }));
  },
};

/** JSX through the shared Emotion: no JSX runtime is shared, and a second Emotion has its own theme. */
export const sharedJsx = {
  jsx: 'transform',
  jsxFactory: '__jsx',
  jsxFragment: '__Fragment',
  inject: [inProject('scripts/jsx_shim.ts')],
  // Otherwise esbuild takes the JSX settings of tsconfig.json.
  tsconfigRaw: {},
} satisfies BuildOptions;
