import { messageOf } from '../message_of';
import { contents, licenses, modes, paths, size } from './archive_rules';
import { browserPlugin, quietEntry } from './browser_entry';
import { brotli, browserWords, chunks } from './browser_rules';
import { manifest, oneManifest } from './manifest_rules';
import { openPluginZip, type PluginZip, type ZipRule } from './plugin_zip';
import { serverImports, serverPlugin } from './server_rules';

export const zipRules: Readonly<Record<string, ZipRule>> = {
  ...{ paths, modes, size, contents, licenses },
  ...{ oneManifest, manifest },
  ...{ serverPlugin, serverImports },
  ...{ quietEntry, browserPlugin, browserWords, chunks, brotli },
};

interface ZipVerdict {
  name: string;
  /** None when the rule holds. */
  problems: string[];
}

const judge = (rule: ZipRule, zip: PluginZip): string[] => {
  try {
    return rule(zip);
  } catch (error) {
    return [messageOf(error)];
  }
};

/** A verdict for each of `rules`; when the archive cannot be opened, one for `archive`. */
export const verifyZip = async (
  file: string,
  archive: Buffer,
  rules = zipRules,
): Promise<ZipVerdict[]> => {
  try {
    const zip = await openPluginZip(file, archive);
    return Object.entries(rules).map(([name, rule]) => ({ name, problems: judge(rule, zip) }));
  } catch (error) {
    return [{ name: 'archive', problems: [messageOf(error)] }];
  }
};
