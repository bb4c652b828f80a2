import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { createManifest } from '../build/manifest';
import { inProject, projectRoot } from '../paths';
import { defaultKibanaVersion } from '../kibana_version';
import { faultsOfTranslation } from './check_translation';
import { readMessages, type ReadMessages } from './read_messages';

const translationsFolder = inProject('public/translations');

const isSource = (file: string) =>
  /^(\.types|common|public|server)\//.test(file) && !/\.test\.tsx?$/.test(file);

/** Every text of the plugin, and the faults in the sources. */
export const projectMessages = async (): Promise<ReadMessages> => {
  const { id: prefix } = await createManifest(defaultKibanaVersion);
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(inProject('tsconfig.json'), undefined, host);
  const { fileNames = [], options = {} } = config ?? {};
  const files = fileNames.filter((file) => isSource(path.relative(projectRoot, file)));
  const program = ts.createProgram(files, { ...options, incremental: false });
  return readMessages(program, files, prefix);
};

const faultsOfFile = async (file: string, read: ReadMessages): Promise<string[]> => {
  const { name: locale, ext } = path.parse(file);
  if (ext !== '.json' || Intl.DateTimeFormat.supportedLocalesOf(locale)[0] !== locale) {
    return [`${file} is not named for a locale`];
  }
  const content: unknown = JSON.parse(await readFile(path.join(translationsFolder, file), 'utf8'));
  return faultsOfTranslation(locale, content, read.messages);
};

/** The faults of the files in `public/translations/`. */
export const faultsOfTranslations = async (read: ReadMessages): Promise<string[]> => {
  const files = await readdir(translationsFolder);
  return (await Promise.all(files.map((file) => faultsOfFile(file, read)))).flat();
};
