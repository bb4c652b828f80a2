import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.resolve(__dirname, '../../..');
let built: string | undefined;

/**
 * The host as one CommonJS file. It runs under plain node, without a loader for TypeScript: a loader would
 * also transform the plugin's files, and so accept what Kibana refuses.
 */
export function buildHost(): string {
  built ??= build();
  return built;
}

function build(): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root, 'test/kibana/main.ts')],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    write: false,
    jsx: 'automatic',
    outfile: 'host.cjs',
  });
  const [output] = outputFiles;
  if (!output) throw new Error('esbuild wrote nothing');
  const hash = createHash('sha256').update(output.contents).digest('hex').slice(0, 16);
  const folder = path.join(root, 'node_modules', '.cache', 'embedded_kibana');
  const file = path.join(folder, `host-${hash}.cjs`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, output.contents);
  renameSync(draft, file);
  return file;
}
