import path from 'node:path';
import { createUsers } from '../kibana/security/users';
import { readSettings } from '../kibana/settings';
import type { SandboxOptions } from './options';

interface Addresses {
  /** One for each node. */
  urls: string[];
  /** KIBANA_HOME. */
  home: string;
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
  `${controlUrl} to type device codes, change the world and make things fail`,
];

/** What a person needs to know to begin. */
export const welcome = (options: SandboxOptions, { urls, home, controlUrl }: Addresses): string =>
  [
    '',
    row('Page', ...urls.map((url) => `${url}/app/azure_openai_setup`)),
    row('Kibana', `${options['kibana-version']}, played by the embedded host`),
    row('Users', ...users()),
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
