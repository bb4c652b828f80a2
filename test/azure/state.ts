import type { Fault } from './faults';
import { delaysOf, type Delays, type Speed } from './speed';
import type { Mood } from './data_plane/moods';
import type { SimRequest, Reply } from './http/message';
import type { WorldState } from './worlds/world';
import { worlds, type WorldName } from './worlds/worlds';

/** Switches for behavior that varies in the real Azure. */
interface Switches {
  /** Account creation announces a status URL; off, a client has to read the resource itself. */
  asyncHeader: boolean;
  /** Deployments answer `Accepted` at once and continue through `Creating`. */
  slowDeployments: boolean;
  /** The provider refuses reads, too, while it is not registered in the subscription. */
  readsNeedRegistration: boolean;
  /** `Retry-After` in seconds on unfinished operations; the real service sends none. */
  retryAfterSeconds?: number;
}

interface RefreshToken {
  oid: string;
  tenantId: string;
  clientId: string;
  scope: string;
}

export type DeviceDecision = 'accept' | 'decline' | 'expire';

/** A device code, from its issue until its redemption. */
export interface DeviceGrant {
  userCode: string;
  deviceCode: string;
  clientId: string;
  scope: string;
  /** As in the request: a tenant ID, a domain, `organizations` or `common`. */
  tenant: string;
  /** The claims challenge that the client passed on, unchanged. */
  claims?: string;
  expiresAt: number;
  decision?: DeviceDecision;
  /** User principal name of the user who accepted. */
  upn?: string;
  redeemed: boolean;
}

/** One request that reached the simulator, secrets included: a test instrument. */
export interface RecordedRequest {
  /** ISO 8601. */
  at: string;
  host: string;
  method: string;
  /** With the query. Empty for CONNECT. */
  path: string;
  status: number;
  authorization?: 'bearer' | 'api-key' | 'none';
  body?: string;
  /** Of the answer's body; streams are not counted. */
  bytes?: number;
}

/** Tokens and requests that a deployment served, for its rate limits. */
interface Served {
  at: number;
  tokens: number;
}

export interface SimulatorState {
  worldName: WorldName;
  world: WorldState;
  speed: Speed;
  delays: Delays;
  switches: Switches;
  faults: Fault[];
  /** The behavior of models with HTTP 200 other than a usual answer. */
  mood?: Mood;
  /** An answer in place of the data plane's own, such as a gateway's page. */
  dataReply?(request: SimRequest): Reply | undefined;
  deviceGrants: DeviceGrant[];
  refreshTokens: Map<string, RefreshToken>;
  served: Map<string, Served[]>;
  /** Added to the clock, to skip hours in a test. */
  skewMs: number;
  requests: RecordedRequest[];
  /** A test's hook that can change every response before it is sent. */
  rewrite?: (reply: Reply, request: SimRequest) => Reply;
  /** Called with each new user code. */
  onDeviceCode?: (userCode: string) => void;
}

/** Starts over in a world; the speed stays unless one is given. */
export type Reset = (world: WorldName, speed?: Speed) => void;

export function createState(worldName: WorldName, speed: Speed): SimulatorState {
  const world = worlds[worldName]();
  return {
    worldName,
    world,
    speed,
    delays: { ...delaysOf(speed), ...world.delays },
    switches: { asyncHeader: true, slowDeployments: false, readsNeedRegistration: true },
    faults: [],
    mood: undefined,
    dataReply: undefined,
    deviceGrants: [],
    refreshTokens: new Map(),
    served: new Map(),
    skewMs: 0,
    requests: [],
  };
}

/** Epoch milliseconds by the simulator's clock. */
export const nowOf = (state: SimulatorState): number => Date.now() + state.skewMs;

const maximumRecorded = 5_000;

export function record(state: SimulatorState, request: RecordedRequest): void {
  state.requests.push(request);
  if (state.requests.length > maximumRecorded) state.requests.shift();
}
