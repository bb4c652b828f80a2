import { brotli, browserWords, chunks, entrySize, sharedNames } from './browser_rules';
import { browserPlugin, quietEntry } from './entry_in_page';
import { modes, noSecrets, noTests, paths, size } from './entry_rules';
import { kibanaVersion, licenses, manifestKeys, oneManifest } from './manifest_rules';
import { openPluginZip, type PluginZip, type ZipRule } from './plugin_zip';
import { serverImports, serverPlugin } from './server_rules';

/** What Kibana's installer, server and page ask of a plugin's zip, and what we ask of our own. */
export const zipRules: readonly ZipRule[] = [
  ...[paths, modes, size, noTests, noSecrets],
  ...[oneManifest, manifestKeys, kibanaVersion, licenses],
  ...[serverPlugin, serverImports],
  ...[quietEntry, browserPlugin, entrySize, browserWords, sharedNames, chunks, brotli],
];

export interface ZipVerdict {
  name: string;
  problems: string[];
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const judge = (rule: ZipRule, zip: PluginZip): ZipVerdict => {
  try {
    return { name: rule.name, problems: rule.problems(zip) };
  } catch (error) {
    return { name: rule.name, problems: [messageOf(error)] };
  }
};

/** A verdict for `archive`, and when it can be opened, one for each rule. */
export const verifyZip = (
  file: string,
  archive: Buffer,
  rules: readonly ZipRule[] = zipRules,
): ZipVerdict[] => {
  try {
    const zip = openPluginZip(file, archive);
    return [{ name: 'archive', problems: [] }, ...rules.map((rule) => judge(rule, zip))];
  } catch (error) {
    return [{ name: 'archive', problems: [messageOf(error)] }];
  }
};
