import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Modules that plugins can `require` from Kibana at run time. */
const shims: Record<string, string> = {
  'config-schema': "export { schema } from './config/config_schema';",
  'core/server': "export { DEFAULT_APP_CATEGORIES } from './core_values';",
  i18n: "export { i18n } from './server_i18n';",
};

/** Lays out a KIBANA_HOME: Kibana's own packages and the data folder; and an unpacked plugin, when one is given. */
export async function prepareHome({
  home,
  plugin,
}: {
  home: string;
  /** Folder of a built plugin. */
  plugin?: string;
}): Promise<void> {
  await mkdir(path.join(home, 'data'), { recursive: true });
  if (plugin !== undefined) await copyPlugin(home, plugin);
  await Promise.all(
    Object.entries(shims).map(([name, contents]) => writeShim(home, name, contents)),
  );
}

async function copyPlugin(home: string, plugin: string) {
  const manifest: unknown = JSON.parse(await readFile(path.join(plugin, 'kibana.json'), 'utf8'));
  const target = path.join(home, 'plugins', String(Reflect.get(Object(manifest), 'id')));
  await rm(target, { recursive: true, force: true });
  await cp(plugin, target, { recursive: true });
}

async function writeShim(home: string, name: string, contents: string) {
  const folder = path.join(home, 'node_modules', '@kbn', name);
  await mkdir(folder, { recursive: true });
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: path.resolve(__dirname, '..'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
  });
  await writeFile(path.join(folder, 'index.js'), outputFiles[0]?.contents ?? '');
}
