import os from 'node:os';
import { projectRoot } from '../paths';
import { root, type ZipRule } from './plugin_zip';

const maxZipBytes = 3 * 1024 * 1024;

/** The installer takes what lies in the plugin's folder. It refuses names that lead out of it, as `readZip` does. */
export const paths: ZipRule = ({ entries }) => {
  const names = entries.map(({ name }) => name);
  return [
    ...names.filter((name) => !name.startsWith(root)).map((name) => `${name} is outside ${root}`),
    ...names
      .filter((name, at) => names.indexOf(name) !== at)
      .map((name) => `${name} is there twice`),
  ];
};

/** The installer gives each file the mode of its entry; with 0, Kibana cannot read it. */
export const modes: ZipRule = ({ entries }) =>
  entries
    .filter(({ madeBy, mode }) => madeBy !== 3 || (mode !== 0o100644 && mode !== 0o40755))
    .map(({ name, mode }) => `${name} has the mode ${mode.toString(8)}, not 100644 from unix`);

export const size: ZipRule = ({ bytes }) =>
  bytes <= maxZipBytes ? [] : [`${bytes} bytes are more than ${maxZipBytes}`];

export const licenses: ZipRule = ({ files }) =>
  ['LICENSE.txt', 'NOTICE.txt']
    .filter((file) => (files.get(file)?.length ?? 0) < 1_000)
    .map((file) => `${file} is missing or almost empty`);

const testNames = /(\.(test|mock|mocks|snap)\.|__tests__|__mocks__|\/tests?\/|\.tsx?$|\.map$)/;

const foreign: ReadonlyArray<{ pattern: RegExp; what: string }> = [
  {
    pattern: /\b(beforeEach|afterAll|jest\.fn)\(|testing-library|node_modules\/jest/,
    what: 'the code of a test',
  },
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/, what: 'a private key' },
  { pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, what: 'a token' },
  {
    pattern: /_authToken\s*=|\bnpm_[A-Za-z0-9]{36}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b/,
    what: 'a credential',
  },
  {
    pattern: /file:\/\/\/|(["'`\s])(\/home\/|\/Users\/|\/root\/|[A-Z]:\\Users\\)[\w.-]+/,
    what: 'a path of a machine',
  },
];

const ofThisMachine = [projectRoot, os.homedir()].filter((folder) => folder.length > 1);

/** No tests, and no personal data of the builder. */
export const contents: ZipRule = ({ entries }) =>
  entries.flatMap(({ name, content }) => {
    if (testNames.test(name)) return [`${name} is for development only`];
    if (name.endsWith('.br')) return [];
    const text = content.toString('utf8');
    return [
      ...foreign.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what),
      ...ofThisMachine.filter((folder) => text.includes(`${folder}/`)),
    ].map((what) => `${name} holds ${what}`);
  });
