import path from 'node:path';

/** Top folder of the project. */
export const projectRoot = path.resolve(__dirname, '..');

export const inProject = (...segments: string[]): string => path.join(projectRoot, ...segments);

/** Everything that can be made again lives here. */
export const cacheFolder = inProject('node_modules/.cache/azure_openai_setup');
