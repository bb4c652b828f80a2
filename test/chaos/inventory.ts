import { nowOf, type SimulatorState } from '../azure';
import { storedDocuments } from '../kibana';
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

const defaultModel = /"genAiSettings:defaultAIConnector":"([^"]+)"/;

/** All resources, connectors, inference endpoints and default models. */
export async function everything({ home, simulator }: AzureKibana): Promise<string[]> {
  const stored = (folder: string) => storedDocuments(home, folder);
  return [
    ...inventory(simulator.state),
    ...stored('connectors').map(({ id }) => `connector ${id}`),
    ...stored('elasticsearch/inference').map(({ id }) => `inference endpoint ${id}`),
    ...stored('ui_settings').flatMap(({ id: space, attributes }) => {
      const value = defaultModel.exec(JSON.stringify(attributes))?.[1];
      return value === undefined ? [] : [`default model of ${space}: ${value}`];
    }),
  ];
}
