import { readdir, readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import * as v from 'valibot';
import { inProject } from '../paths';

const packageSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
});

/** Folders of the npm packages that contributed code, below the top folder, sorted. */
const bundledPackages = (metafiles: Metafile[]): string[] => {
  const used = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [file] : [],
      ),
    ),
  );
  const folders = used.flatMap((file) => {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    return match?.[1] === undefined ? [] : [match[1]];
  });
  return [...new Set(folders)].sort();
};

const lockSchema = v.object({
  packages: v.record(v.string(), v.object({ version: v.optional(v.string()) })),
});

const readLockedVersions = async () => {
  const { packages } = v.parse(
    lockSchema,
    JSON.parse(await readFile(inProject('package-lock.json'), 'utf8')),
  );
  return (folder: string) => packages[folder]?.version;
};

/** Licenses that are compatible with the plugin's distribution. */
const allowedLicenses = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Throws when a package is not the one of the lock file, or its license is missing or not allowed. */
const describePackage = async (folder: string, locked: string | undefined): Promise<string> => {
  const text = await readFile(inProject(folder, 'package.json'), 'utf8');
  const { name, version, license } = v.parse(packageSchema, JSON.parse(text));
  if (version !== locked) {
    throw new Error(`${folder} is ${version}, not ${locked} as locked: run npm ci.`);
  }
  const files = await readdir(inProject(folder));
  const licenseFile = files.find((file) => /^licen[cs]e/i.test(file));
  if (licenseFile === undefined || !allowedLicenses.includes(license)) {
    throw new Error(
      `${name} ${version} (${license}) cannot be bundled: its license is not one of the allowed ones.`,
    );
  }
  const terms = await readFile(inProject(folder, licenseFile), 'utf8');
  return `${name} ${version} (${license})\n\n${terms.trim()}`;
};

const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** Text of the NOTICE file: every npm package that is inside the bundles, with its terms. */
export const createNotice = async (title: string, metafiles: Metafile[]): Promise<string> => {
  const lockedVersion = await readLockedVersions();
  const described = await Promise.all(
    bundledPackages(metafiles).map((folder) => describePackage(folder, lockedVersion(folder))),
  );
  return `${[`${title}\n\nThis software contains the following packages.`, ...described].join(rule)}\n`;
};
