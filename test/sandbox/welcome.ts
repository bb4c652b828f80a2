import path from 'node:path';
import { createUsers, readSettings } from '../kibana';
import type { SandboxOptions } from './options';

interface Addresses {
  /** One for each node. */
  urls: string[];
  /** KIBANA_HOME. */
  home: string;
  /** Of Kibana. */
  version: string;
  /** The simulated Azure's own page. */
  controlUrl?: string;
}

const row = (name: string, ...lines: string[]): string =>
  lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(10)}${line}`).join('\n');

const users = (): string[] =>
  createUsers(readSettings({}).settings)
    .list()
    .map(({ username, password, full_name = '' }) =>
      `${username.padEnd(17)}${password.padEnd(11)}${full_name}`.trim(),
    );

const azure = ({ world, speed }: SandboxOptions, controlUrl: string): string[] => [
  `simulated, world "${world}", speed "${speed}" (--world=, --speed=)`,
  `${controlUrl} shows what is in it and changes world and speed`,
  `${controlUrl}/device takes the device codes; the real microsoft.com does not know them`,
];

export const deviceCodeNotice = (controlUrl: string, code: string): string =>
  `  Device code ${code}: type it at ${controlUrl}/device?code=${code}`;

export const nodeDiedNotice = (nodeName: string, log: string): string =>
  `  Kibana's ${nodeName} has ended by itself. Its last words:\n${log.trimEnd().split('\n').slice(-5).join('\n')}`;

export const welcome = (
  options: SandboxOptions,
  { urls, home, version, controlUrl }: Addresses,
): string =>
  [
    '',
    row('Page', ...urls.map((url) => `${url}/app/azure_openai_setup`)),
    row('Kibana', `${version} (embedded host)`),
    row(
      'Users',
      ...users(),
      `Switch with the account link in the header, or at ${urls[0] ?? ''}/login`,
    ),
    row(
      'Azure',
      ...(controlUrl === undefined
        ? ['the real one: what you set up there exists and may cost money']
        : azure(options, controlUrl)),
    ),
    row('Log', path.join(home, 'data/kibana.log')),
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
