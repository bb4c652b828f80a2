import { readdirSync, readFileSync } from 'node:fs';
import { inProject } from '../scripts/paths';
import names from './eui_names.json';
import { readSource } from './read_source';

/**
 * What `eui_names.json` holds: the exports of `optimize/es/index.js` and the keys of `typeToPathMap` that all these versions of
 * EUI have in common, and the icons that only some have. Kibana 9.1 began with EUI 104.0.2 (elastic/kibana #227763, July 2025), so 9.2
 * has that or a newer one; 122.1.0 is the newest of November 2026 (#285068). What the page uses must be in all of them: it takes
 * EUI from whichever Kibana it runs in.
 */
const words = (text: string) => new Set(text.split(' '));
const inAll = words(names.exports);
const iconsOfAll = words(names.icons);
const iconsOfSome = words(names.iconsOfSome);

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
  expect(used.filter(({ name }) => !inAll.has(name))).toEqual([]);
});

test('no icon of the page is missing from the EUI of a supported Kibana', () => {
  const ofSome = files.flatMap(({ file, text }) =>
    readSource(file, text)
      // A colour, too, and only ever meant so here.
      .texts.filter((word) => iconsOfSome.has(word) && word !== 'text')
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
