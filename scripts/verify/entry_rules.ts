import os from 'node:os';
import { projectRoot } from '../paths';
import { root, type PluginZip, type ZipRule } from './plugin_zip';

const maxZipBytes = 3 * 1024 * 1024;

const namesWhere = ({ entries }: PluginZip, is: (name: string) => boolean, what: string) =>
  entries.filter(({ name }) => is(name)).map(({ name }) => `${name} ${what}`);

/** The installer takes what lies in the plugin's folder and refuses archives with dangerous names. */
export const paths: ZipRule = {
  name: 'paths',
  problems: (zip) => {
    const names = zip.entries.map(({ name }) => name);
    return [
      ...namesWhere(zip, (name) => !name.startsWith(root), `is outside ${root}`),
      ...namesWhere(
        zip,
        (name) => /(^|[\\/])\.\.([\\/]|$)|\\|^\/|^[a-z]:|\0/i.test(name),
        'leads elsewhere',
      ),
      ...names
        .filter((name, at) => names.indexOf(name) !== at)
        .map((name) => `${name} is there twice`),
    ];
  },
};

/** The installer gives each file the mode of its entry; 0 makes a file that nobody can read. */
export const modes: ZipRule = {
  name: 'modes',
  problems: ({ entries }) =>
    entries
      .filter(({ madeBy, mode }) => madeBy !== 3 || (mode !== 0o100644 && mode !== 0o40755))
      .map(({ name, mode }) => `${name} has the mode ${mode.toString(8)}, not 100644 from unix`),
};

export const size: ZipRule = {
  name: 'size',
  problems: ({ bytes }) =>
    bytes <= maxZipBytes ? [] : [`${bytes} bytes are more than ${maxZipBytes}`],
};

const testNames = /(\.(test|mock|mocks|snap)\.|__tests__|__mocks__|\/tests?\/|\.tsx?$|\.map$)/;
const testWords = /\b(beforeEach|afterAll|jest\.fn)\(|testing-library|node_modules\/jest/;

export const noTests: ZipRule = {
  name: 'no tests',
  problems: (zip) => [
    ...namesWhere(zip, (name) => testNames.test(name), 'is for development only'),
    ...zip.entries
      .filter(
        ({ name, content }) => name.endsWith('.js') && testWords.test(content.toString('utf8')),
      )
      .map(({ name }) => `${name} has the code of a test in it`),
  ],
};

const secrets: ReadonlyArray<{ pattern: RegExp; what: string }> = [
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

/** Nothing of whoever built the zip goes along with it. */
export const noSecrets: ZipRule = {
  name: 'no secrets',
  problems: ({ entries }) =>
    entries
      .filter(({ name }) => !name.endsWith('.br'))
      .flatMap(({ name, content }) => {
        const text = content.toString('utf8');
        const here = ofThisMachine.filter((folder) => text.includes(`${folder}/`));
        return [
          ...secrets.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what),
          ...here.map((folder) => `the path ${folder}`),
        ].map((what) => `${name} holds ${what}`);
      }),
};
