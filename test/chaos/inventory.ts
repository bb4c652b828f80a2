import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { nowOf, type SimulatorState } from '../azure';
import type { AzureKibana } from '../routes/azure_kibana';

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
  return [...groups, ...accounts].sort();
}

/** Lines of `after` that are not in `before`, with a plus, and the other way round, with a minus. */
export const difference = (before: readonly string[], after: readonly string[]): string[] => [
  ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
];

/** The existing resources, connectors included. */
export async function everything({ home, simulator }: AzureKibana): Promise<string[]> {
  const folder = path.join(home, 'data', 'connectors');
  const revisions = new Map<string, string>();
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json')).sort()) {
    const [id = ''] = name.split('.');
    revisions.set(id, await readFile(path.join(folder, name), 'utf8'));
  }
  const target = [...revisions].filter(([, text]) => !text.includes('"attributes":null'));
  return [...inventory(simulator.state), ...target.map(([id]) => `connector ${id}`)];
}
