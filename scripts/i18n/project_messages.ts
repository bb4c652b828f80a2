import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createManifest } from '../manifest';
import { inProject } from '../paths';
import { defaultKibanaVersion } from '../kibana_version';
import { listFiles } from '../zip';
import { faultsOfTranslation } from './check_translation';
import { readMessages, repeatedIds, type ReadMessages } from './read_messages';

/** Where translations lie: one file a locale, named as Kibana's setting `i18n.locale` names it. */
export const translationsFolder = 'public/translations';

const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file);

const sourcesOf = async (folder: string) =>
  (await listFiles(inProject(folder))).filter(isSource).map((file) => `${folder}/${file}`);

/** Every text of the plugin, sorted by place, and what is wrong in the sources. */
export async function projectMessages(): Promise<ReadMessages> {
  const { id: prefix } = await createManifest(defaultKibanaVersion);
  const files = (await Promise.all(['common', 'public', 'server'].map(sourcesOf))).flat();
  const read = await Promise.all(
    files.map(async (file) => readMessages(file, await readFile(inProject(file), 'utf8'), prefix)),
  );
  const messages = read.flatMap((one) => one.messages);
  return { messages, faults: [...read.flatMap(({ faults }) => faults), ...repeatedIds(messages)] };
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const localeOf = (file: string): string | undefined => {
  const { name, ext } = path.parse(file);
  try {
    return ext === '.json' && Intl.getCanonicalLocales(name)[0] === name ? name : undefined;
  } catch {
    return undefined;
  }
};

/** What is wrong with the files in `public/translations/`; none need be there. */
export async function faultsOfTranslations({ messages }: ReadMessages): Promise<string[]> {
  const folder = inProject(translationsFolder);
  if (!existsSync(folder)) return [];
  const faults = await Promise.all(
    (await readdir(folder)).map(async (file) => {
      const locale = localeOf(file);
      if (locale === undefined) return [`${translationsFolder}/${file} is not named for a locale`];
      const text = await readFile(path.join(folder, file), 'utf8');
      return faultsOfTranslation(locale, json(text), messages);
    }),
  );
  return faults.flat();
}
