const esbuild = require('esbuild');

const loaderOf = (file) => (file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js');

module.exports = {
  process: (source, file) =>
    esbuild.transformSync(source, {
      loader: loaderOf(file),
      format: 'cjs',
      target: 'node20',
      // A test's own modules come from Jest, also those that are imported late.
      supported: { 'dynamic-import': false },
      jsx: 'automatic',
      jsxImportSource: '@emotion/react',
      sourcemap: 'inline',
      sourcefile: file,
      tsconfigRaw: {},
    }),
};
