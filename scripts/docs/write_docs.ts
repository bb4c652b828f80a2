import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { cacheFolder, inProject, projectRoot } from '../paths';

export const troubleshootingFile = inProject('.docs/troubleshooting.md');

interface Texts {
  troubleshooting(): string;
}
const isTexts = (module: unknown): module is Texts =>
  typeof module === 'object' && module !== null && 'troubleshooting' in module;

/** The page about problems, with plain English messages instead of Kibana's i18n. */
export const makeTroubleshooting = async (): Promise<string> => {
  await mkdir(cacheFolder, { recursive: true });
  const outfile = path.join(cacheFolder, 'docs.cjs');
  await build({
    absWorkingDir: projectRoot,
    entryPoints: [inProject('scripts/docs/troubleshooting.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    alias: { '@kbn/i18n': inProject('scripts/docs/plain_messages.ts') },
    external: ['react-intl'],
    logLevel: 'error',
  });
  const texts: unknown = createRequire(__filename)(outfile);
  if (!isTexts(texts)) throw new Error('The words were not found.');
  return texts.troubleshooting();
};

/** `npm run docs`: writes the generated files in `.docs/`. */
export const writeDocs = async (): Promise<void> =>
  writeFile(troubleshootingFile, await makeTroubleshooting());
