import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { textOf, type ZipRule } from './plugin_zip';

const kibanaPackages = ['config-schema', 'core/server', 'i18n'];
const stub = `
const any = new Proxy(() => any, { get: (target, key) => (key === '__esModule' ? false : any) });
module.exports = any;`;
const program = `
const { plugin, config } = require('./plugins/azureOpenaiSetup/server');
if (typeof plugin !== 'function') throw new Error('There is no function "plugin".');
if (typeof config !== 'object') throw new Error('There are no settings.');`;

/**
 * Core requires the folder `server`: CommonJS, with everything inside but Kibana's packages and Node's. Lays the plugin out
 * below a home, as the installer does, and requires it in a process of its own.
 */
export const serverPlugin: ZipRule = ({ files }) => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'verify-zip-'));
  try {
    const write = (file: string, content: string | Buffer) => {
      mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
      writeFileSync(path.join(home, file), content);
    };
    for (const name of kibanaPackages) write(`node_modules/@kbn/${name}/index.js`, stub);
    for (const [file, content] of files) write(`plugins/azureOpenaiSetup/${file}`, content);
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' };
    const options = { cwd: home, env, encoding: 'utf8', timeout: 300_000 } as const;
    const { status, stderr } = spawnSync(process.execPath, ['-e', program], options);
    return status === 0 ? [] : [/^\w*Error\b.*$/m.exec(stderr)?.[0] ?? 'it does not load'];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

/** Node resolves a native import by the rules of ES modules, where `./plugin` names nothing. */
export const serverImports: ZipRule = (zip) => {
  const source = textOf(zip, 'server/index.js');
  const native = [...source.matchAll(/\bimport\(\s*["'`](\.{1,2}\/[^"'`]*)/g)];
  const isModule = /"type"\s*:\s*"module"/.test(textOf(zip, 'package.json'));
  return [
    ...native.map(([, file]) => `it imports ${file} natively`),
    ...(isModule ? ['package.json says that scripts are ES modules'] : []),
  ];
};
