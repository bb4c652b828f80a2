import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTranslations } from './translations';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'translations-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const write = async (file: string, content: string) => {
  const full = path.join(home, 'plugins', file);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, content);
};

const rc = JSON.stringify({ translations: ['translations/fr-FR.json', 'translations/de-DE.json'] });
const texts = (text: string) => JSON.stringify({ formats: {}, messages: { 'a.b': text } });

it('takes the files that plugins list and that are named for the locale', async () => {
  await write('a/.i18nrc.json', rc);
  await write('a/translations/fr-FR.json', texts('Bonjour'));
  await write('a/translations/de-DE.json', texts('Hallo'));
  await write('b/translations/fr-FR.json', texts('not listed'));
  expect(readTranslations(home, 'fr-FR').messages).toEqual({ 'a.b': 'Bonjour' });
  expect(readTranslations(home, 'de-DE').messages).toEqual({ 'a.b': 'Hallo' });
  expect(readTranslations(home, 'en').messages).toEqual({});
});

it('does not start with a list that is broken', async () => {
  await write('a/.i18nrc.json', '{ translations');
  expect(() => readTranslations(home, 'en')).toThrow(/Failed to parse \.i18nrc\.json file at/);
});

it('does not start with a file of the language that is missing', async () => {
  await write('a/.i18nrc.json', rc);
  expect(readTranslations(home, 'en').messages).toEqual({});
  expect(() => readTranslations(home, 'fr-FR')).toThrow();
});
