import { nowOf, type SimulatorState } from '../azure/state';

/** What exists in Azure, one line per thing, as a person would list it. */
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
