import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { nowOf, type SimulatorState } from '../azure';
import type { AzureKibana } from '../routes/support/azure_kibana';

/** The resources in Azure, one line each. */
export function inventory(state: SimulatorState): string[] {
  const { world } = state;
  const now = nowOf(state);
  const groups = world.groups
    .filter(({ deletingUntil = Infinity }) => deletingUntil > now)
    .map(({ name }) => `group ${name}`);
  const accounts = world.accounts.flatMap(({ groupName, name, deletedAt, deployments }) => [
    `${deletedAt === undefined ? 'account' : 'deleted account'} ${groupName}/${name}`,
    ...deployments.map((deployment) => `deployment ${groupName}/${name}/${deployment.name}`),
  ]);
  const roles = [...world.users, ...world.apps].flatMap(({ oid, assignments }) =>
    assignments.map(
      ({ role, scope }) => `role assignment ${JSON.stringify(role)} of ${oid} at ${scope}`,
    ),
  );
  return [...groups, ...accounts, ...roles].sort();
}

/** Added lines with a plus, removed lines with a minus. */
export const difference = (before: readonly string[], after: readonly string[]): string[] => [
  ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
];

/** The documents in a folder of the host, by id; the newest revision of each says whether it was deleted. */
async function documentsIn(folder: string): Promise<Array<[id: string, text: string]>> {
  const newest = new Map<string, { revision: number; name: string }>();
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, id, revision] = /^(.+)\.(\d+)\.json$/.exec(name) ?? [];
    if (id === undefined || (newest.get(id)?.revision ?? -1) > Number(revision)) continue;
    newest.set(id, { revision: Number(revision), name });
  }
  const found = await Promise.all(
    [...newest].map(async ([id, { name }]): Promise<Array<[string, string]>> => {
      const text = await readFile(path.join(folder, name), 'utf8');
      return text.includes('"attributes":null') ? [] : [[id, text]];
    }),
  );
  return found.flat();
}

const defaultModel = /"genAiSettings:defaultAIConnector":"([^"]+)"/;

/** All resources, connectors, inference endpoints and default models. */
export async function everything({ home, simulator }: AzureKibana): Promise<string[]> {
  const data = path.join(home, 'data');
  const [connectors, endpoints, settings] = await Promise.all([
    documentsIn(path.join(data, 'connectors')),
    documentsIn(path.join(data, 'elasticsearch', 'inference')),
    documentsIn(path.join(data, 'ui_settings')),
  ]);
  return [
    ...inventory(simulator.state),
    ...connectors.map(([id]) => `connector ${id}`),
    ...endpoints.map(([id]) => `inference endpoint ${id}`),
    ...settings.flatMap(([space, text]) => {
      const value = defaultModel.exec(text)?.[1];
      return value === undefined ? [] : [`default model of ${space}: ${value}`];
    }),
  ];
}
