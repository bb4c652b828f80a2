import { brotliDecompressSync } from 'node:zlib';
import { problemsOfScript } from '../check_browser_bundle';
import { browserFiles, browserScripts, pluginId, type ZipRule } from './plugin_zip';
import { stableSharedNames } from './stable_shared_names';

/** Every page of Kibana loads the entry, the login page too. */
const maxEntryBytes = 10 * 1024;
export const entryFile = `${pluginId}.plugin.js`;

export const entrySize: ZipRule = {
  name: 'entry size',
  problems: (zip) =>
    browserFiles(zip)
      .filter(({ file, content }) => file === entryFile && content.length > maxEntryBytes)
      .map(({ content }) => `${entryFile} has ${content.length} bytes, more than ${maxEntryBytes}`),
};

/** No `require`, `process`, `eval`, `new Function` or inline source map. */
export const browserWords: ZipRule = {
  name: 'browser words',
  problems: (zip) =>
    browserScripts(zip).flatMap(({ file, source }) =>
      problemsOfScript(source).map((problem) => `${file}: ${problem}`),
    ),
};

export const sharedNames: ZipRule = {
  name: 'shared names',
  problems: (zip) =>
    browserScripts(zip).flatMap(({ file, source }) =>
      [...source.matchAll(/__kbnSharedDeps__(?:\.(\w+))?/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !stableSharedNames.includes(name))
        .map((name) => `${file} needs "${name}", which not every Kibana shares`),
    ),
};

/** A script that is asked for and missing takes the page down. */
export const chunks: ZipRule = {
  name: 'chunks',
  problems: (zip) => {
    const files = new Set(browserFiles(zip).map(({ file }) => file));
    const named = browserScripts(zip).flatMap(({ file, source }) =>
      [...source.matchAll(/["'`](?:\.\/)?([\w.-]+\.js)["'`]/g)]
        .map(([, chunk]) => chunk ?? '')
        .filter((chunk) => chunk.startsWith(pluginId))
        .map((chunk) => ({ file, chunk })),
    );
    return [
      ...named
        .filter(({ chunk }) => !files.has(chunk))
        .map(({ file, chunk }) => `${file} asks for ${chunk}, which is missing`),
      ...(named.length === 0 ? ['no script asks for another: the page is not loaded lazily'] : []),
    ];
  },
};

const decompressed = (packed: Buffer): Buffer | undefined => {
  try {
    return brotliDecompressSync(packed);
  } catch {
    return undefined;
  }
};

/** Kibana serves the `.br` instead of the script, whatever is in it. */
export const brotli: ZipRule = {
  name: 'brotli',
  problems: (zip) => {
    const files = new Map(browserFiles(zip).map(({ file, content }) => [file, content]));
    return [...files].flatMap(([file, content]) => {
      if (!file.endsWith('.br')) {
        return /\.(js|css)$/.test(file) && !files.has(`${file}.br`) ? [`${file} has no .br`] : [];
      }
      const sibling = files.get(file.slice(0, -'.br'.length));
      if (sibling === undefined) return [`${file} belongs to nothing`];
      return decompressed(content)?.equals(sibling) ? [] : [`${file} holds something else`];
    });
  },
};
