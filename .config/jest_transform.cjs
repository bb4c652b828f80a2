const esbuild = require('esbuild');

const loaderOf = (file) => (file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js');

module.exports = {
  process: (source, file) =>
    esbuild.transformSync(source, {
      loader: loaderOf(file),
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: '@emotion/react',
      sourcemap: 'inline',
      sourcefile: file,
      tsconfigRaw: {},
    }),
};
