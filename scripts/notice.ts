import { readdir, readFile } from 'node:fs/promises';
import type { Metafile } from 'esbuild';
import * as z from 'zod/mini';
import { inProject } from './paths';

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
});

/** Folders of the npm packages that contributed code, below the top folder, sorted. */
export const bundledPackages = (metafiles: Metafile[]): string[] => {
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

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.optional(z.string()) })),
});

const readLockedVersions = async () => {
  const { packages } = lockSchema.parse(
    JSON.parse(await readFile(inProject('package-lock.json'), 'utf8')),
  );
  return (folder: string) => packages[folder]?.version;
};

/** Terms under which the plugin may be passed on as it is. */
const allowedLicenses = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

/** Throws when a package is not the one of the lock file, or its terms are missing or not allowed. */
const describePackage = async (folder: string, locked: string | undefined): Promise<string> => {
  const text = await readFile(inProject(folder, 'package.json'), 'utf8');
  const { name, version, license } = packageSchema.parse(JSON.parse(text));
  if (version !== locked) {
    throw new Error(`${folder} is ${version}, not ${locked} as locked: run npm ci.`);
  }
  const files = await readdir(inProject(folder));
  const licenseFile = files.find((file) => /^licen[cs]e/i.test(file));
  if (licenseFile === undefined || !allowedLicenses.includes(license)) {
    throw new Error(
      `${name} ${version} (${license}) may not be bundled: its terms are not settled.`,
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
