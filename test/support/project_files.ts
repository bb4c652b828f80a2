import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../scripts/paths';

export const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** The source files below these folders, tests included, by their paths in the project. */
export const sourceFiles = (folders: readonly string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
  );

export const projectFiles = (folders: readonly string[]): string[] =>
  sourceFiles(folders).filter((file) => !isTest(file));
