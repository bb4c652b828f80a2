import { brotliDecompressSync } from 'node:zlib';
import { problemsOfScript } from '../build/check_browser_bundle';
import { browserFiles, browserScripts, pluginId, type ZipRule } from './plugin_zip';

/** No `require`, `process`, `eval`, `new Function`, inline source map, or module that not every Kibana shares. */
export const browserWords: ZipRule = (zip) =>
  browserScripts(zip).flatMap(([file, source]) =>
    problemsOfScript(source).map((problem) => `${file}: ${problem}`),
  );

/** A script that is imported and missing takes the page down. */
export const chunks: ZipRule = (zip) => {
  const files = new Set(browserFiles(zip).map(([file]) => file));
  const imported = browserScripts(zip).flatMap(([, source]) =>
    [...source.matchAll(/["'`](?:\.\/)?([\w.-]+\.js)["'`]/g)]
      .map(([, chunk = '']) => chunk)
      .filter((chunk) => chunk.startsWith(pluginId)),
  );
  if (imported.length === 0) return ['no script imports another: the page is not loaded lazily'];
  return imported.filter((chunk) => !files.has(chunk)).map((chunk) => `${chunk} is missing`);
};

/** Kibana serves the `.br` instead of the script, so both must match. */
export const brotli: ZipRule = (zip) => {
  const files = new Map(browserFiles(zip));
  return [...files].flatMap(([file, content]) => {
    if (!file.endsWith('.br')) {
      return /\.(js|css)$/.test(file) && !files.has(`${file}.br`) ? [`${file} has no .br`] : [];
    }
    const original = files.get(file.slice(0, -'.br'.length));
    if (original === undefined) return [`${file} belongs to nothing`];
    return brotliDecompressSync(content).equals(original) ? [] : [`${file} holds something else`];
  });
};
