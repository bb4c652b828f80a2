import type { Fault, WorldState } from '../azure';
import { worlds } from '../azure';
import { bothRoad, connectorRoad, keylessRoad, type Road } from './roads';

/** A write, by what the call to Azure looks like; the model's answer is one, too. `second`: the second of that kind. */
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
  name: 'set-up' | 'resume' | 'undo';
  road: Road;
  world(): WorldState;
  writes: Readonly<Record<string, Write>>;
}

const phases: readonly Phase[] = [
  {
    name: 'set-up',
    road: connectorRoad,
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
    road: connectorRoad,
    world: worlds.no_quota,
    writes: {
      deployment: { method: 'PUT', path: '/deployments/[^/?]+\\?' },
      'key for the connector': key,
    },
  },
  { name: 'undo', road: connectorRoad, world: worlds.empty, writes: undoOfAzure },
  {
    name: 'set-up',
    road: keylessRoad,
    world: keylessRoad.world,
    writes: {
      'role assignment': { method: 'PUT', path: role },
      'token for Elasticsearch': { method: 'POST', path: '/oauth2/v2.0/token' },
      endpoint: chat,
      'first answer': { ...chat, second: true },
    },
  },
  {
    name: 'undo',
    road: keylessRoad,
    world: keylessRoad.world,
    writes: { 'role assignment': { method: 'DELETE', path: role } },
  },
  {
    name: 'set-up',
    road: bothRoad,
    world: bothRoad.world,
    writes: {
      'key for the endpoint': { ...key, second: true },
      endpoint: chat,
      'first answer': { ...chat, second: true },
    },
  },
  { name: 'undo', road: bothRoad, world: bothRoad.world, writes: {} },
];

type Moment = 'before' | 'after' | 'at once';

export interface KillCell {
  phase: Phase;
  /** Absent: right after Kibana answered the request. */
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
