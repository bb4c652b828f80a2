import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../scripts/paths';
import { euis } from './kibana';
import { readSource } from './support/read_source';

/** The page uses Kibana's EUI, so its components must exist in the oldest and in the newest version. */
const versions = Object.values(euis).map((folder) => ({
  exports: Object.keys(jest.requireActual<object>(inProject(folder, 'lib'))),
  icons: Object.keys(
    jest.requireActual<{ typeToPathMap: object }>(inProject(folder, 'lib/components/icon/icon_map'))
      .typeToPathMap,
  ),
}));
type Kind = 'exports' | 'icons';
const inSome = (kind: Kind) => new Set(versions.flatMap((version) => version[kind]));
const inAll = (kind: Kind) =>
  new Set(
    [...inSome(kind)].filter((name) => versions.every((version) => version[kind].includes(name))),
  );
const exportsOfAll = inAll('exports');
const iconsOfAll = inAll('icons');
const iconsOfSome = new Set([...inSome('icons')].filter((name) => !iconsOfAll.has(name)));

const files = readdirSync(inProject('public'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => `public/${file.replaceAll('\\', '/')}`)
  .map((file) => ({ file, text: readFileSync(inProject(file), 'utf8') }));

/** Values, not types, that a file imports from EUI. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/^import \{([^}]*)\} from '@elastic\/eui';/gm)].flatMap(([, list = '']) =>
    list
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );

test('every component of the page is in the EUI of every supported Kibana', () => {
  const used = files.flatMap(({ file, text }) => importsOf(text).map((name) => ({ file, name })));
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter(({ name }) => !exportsOfAll.has(name))).toEqual([]);
});

test('no icon of the page is missing from the EUI of a supported Kibana', () => {
  const ofSome = files.flatMap(({ file, text }) =>
    readSource(file, text)
      // A color and a field of the sign-in, too, and only ever meant so here.
      .texts.filter((word) => iconsOfSome.has(word) && word !== 'text' && word !== 'cloud')
      .map((name) => ({ file, name })),
  );
  expect(ofSome).toEqual([]);
  const named = files.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(?:iconType|euiIconType)(?:=|: )["'](\w+)["']/g)].map(([, name = '']) => ({
      file,
      name,
    })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ name }) => !iconsOfAll.has(name))).toEqual([]);
});
