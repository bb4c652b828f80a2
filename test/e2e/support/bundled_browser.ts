import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { cachedBuild } from '../../../scripts/build/cached_build';
import { inProject } from '../../../scripts/paths';

export interface FoundBrowser {
  executablePath: string;
  /** Added to the environment of the browser's process. */
  env?: Record<string, string>;
}

const run = promisify(execFile);

const unpack = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  await run(process.execPath, [inProject('test/e2e/support/unpack_chromium.mjs')], {
    // The package brings the libraries that a bare system lacks, but only unpacks them on AWS Lambda.
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
};

/** The Chromium inside the package `@sparticuz/chromium`, which is made for Linux on x64. */
export const bundledBrowser = async (): Promise<FoundBrowser | undefined> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = await cachedBuild(
    'chromium',
    ['node_modules/@sparticuz/chromium/package.json', 'test/e2e/support/unpack_chromium.mjs'],
    unpack,
  );
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
};
