import type { Fault, WorldState } from '../azure';
import { worlds } from '../azure';
import { bothScenario, connectorScenario, keylessScenario, type Scenario } from './scenarios';

/** A write, by its call to Azure, including the model's answer. `second`: the second one of its kind. */
type Write = Fault['match'] & { second?: true };

const chat: Write = { method: 'POST', path: '/chat/completions' };
const key: Write = { method: 'POST', path: '/listKeys\\?' };
const role = '/roleAssignments/[^/?]+\\?';

const undoOfAzure: Readonly<Record<string, Write>> = {
  deployment: { method: 'DELETE', path: '/deployments/[^/?]+\\?' },
  account: {
    method: 'DELETE',
    path: '/providers/Microsoft.CognitiveServices/accounts/[^/?]+\\?',
  },
  purge: { method: 'DELETE', path: '/deletedAccounts/' },
  group: { method: 'DELETE', path: '/resourcegroups/[^/?]+\\?' },
};

interface Phase {
  name: 'setup' | 'resume' | 'undo';
  scenario: Scenario;
  world(): WorldState;
  writes: Readonly<Record<string, Write>>;
}

const phases: readonly Phase[] = [
  {
    name: 'setup',
    scenario: connectorScenario,
    world: worlds.unregistered_provider,
    writes: {
      registration: { method: 'POST', path: '/register\\?' },
      group: { method: 'PUT', path: '/resourcegroups/[^/?]+\\?' },
      account: { method: 'PUT', path: '/accounts/[^/?]+\\?' },
      deployment: { method: 'PUT', path: '/deployments/[^/?]+\\?' },
      'key for the connector': key,
      'first answer': chat,
    },
  },
  {
    name: 'resume',
    scenario: connectorScenario,
    world: worlds.no_quota,
    writes: {
      deployment: { method: 'PUT', path: '/deployments/[^/?]+\\?' },
      'key for the connector': key,
    },
  },
  { name: 'undo', scenario: connectorScenario, world: worlds.empty, writes: undoOfAzure },
  {
    name: 'setup',
    scenario: keylessScenario,
    world: keylessScenario.world,
    writes: {
      'role assignment': { method: 'PUT', path: role },
      'token for Elasticsearch': { method: 'POST', path: '/oauth2/v2.0/token' },
      endpoint: chat,
      'first answer': { ...chat, second: true },
    },
  },
  {
    name: 'undo',
    scenario: keylessScenario,
    world: keylessScenario.world,
    writes: { 'role assignment': { method: 'DELETE', path: role } },
  },
  {
    name: 'setup',
    scenario: bothScenario,
    world: bothScenario.world,
    writes: {
      'key for the endpoint': { ...key, second: true },
      endpoint: chat,
      'first answer': { ...chat, second: true },
    },
  },
  { name: 'undo', scenario: bothScenario, world: bothScenario.world, writes: {} },
];

type Moment = 'before' | 'after' | 'at once';

export interface KillCell {
  phase: Phase;
  /** If absent, right after Kibana's response. */
  write?: { name: string; match: Write };
  moment: Moment;
  nodes: 1 | 2;
}

export const killCells: readonly KillCell[] = phases.flatMap((phase) =>
  ([1, 2] as const).flatMap((nodes): KillCell[] => [
    { phase, moment: 'at once', nodes },
    ...Object.entries(phase.writes).flatMap(([name, match]) =>
      (['before', 'after'] as const).map((moment): KillCell => ({
        phase,
        write: { name, match },
        moment,
        nodes,
      })),
    ),
  ]),
);
