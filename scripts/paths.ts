import path from 'node:path';

/** Top folder of the project. */
export const projectRoot = path.resolve(__dirname, '..');

export const inProject = (...segments: string[]): string => path.join(projectRoot, ...segments);

/** The folder for caches. */
export const cacheFolder = inProject('node_modules/.cache/azure_openai_setup');
