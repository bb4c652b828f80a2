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

const describePackage = async (folder: string): Promise<string> => {
  const text = await readFile(inProject(folder, 'package.json'), 'utf8');
  const { name, version, license } = packageSchema.parse(JSON.parse(text));
  const files = await readdir(inProject(folder));
  const licenseFile = files.find((file) => /^licen[cs]e/i.test(file));
  const terms = licenseFile ? await readFile(inProject(folder, licenseFile), 'utf8') : '';
  return `${name} ${version} (${license})\n\n${terms.trim()}`.trim();
};

const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** Text of the NOTICE file: every npm package that is inside the bundles, with its terms. */
export const createNotice = async (title: string, metafiles: Metafile[]): Promise<string> => {
  const described = await Promise.all(bundledPackages(metafiles).map(describePackage));
  return `${[`${title}\n\nThis software contains the following packages.`, ...described].join(rule)}\n`;
};
