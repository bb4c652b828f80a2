import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../scripts/paths';

/** The product's source files below these folders, without tests, by their paths in the project. */
export const projectFiles = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
  );
