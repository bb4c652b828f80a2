import { createHttpHeaders, RestError, type HttpClient } from '@azure/core-rest-pipeline';
import * as v from 'valibot';
import { createArmAzure } from '../../server/core/azure/arm/arm_azure';
import type { Azure } from '../../server/core/azure/azure';
import { retailPrices } from '../../server/core/azure/prices/retail_prices';
import type { PriceList } from '../../server/core/azure/price_list';
import { createPriceTransport, createTransport } from '../../server/core/azure/arm/arm_transport';
import {
  answerInProcess,
  aWorld,
  createState,
  credentials,
  type FaultAction,
  ids,
  makeAccessToken,
  type RoleAssignment,
  type SimSubscription,
  type SimulatorState,
  type Speed,
  type WorldState,
} from '../azure';

const group = '/resourceGroups/[^/?]+\\?';
const account = 'CognitiveServices/accounts/[^/?]+\\?';
const deployment = '/deployments/[^/?]+\\?';

/** The request that each verb of the adapter sends. */
const requests = {
  permissions: ['GET', '/permissions\\?'],
  providerState: ['GET', '/providers/Microsoft.CognitiveServices\\?'],
  registerProvider: ['POST', '/register\\?'],
  resourceGroup: ['GET', group],
  createResourceGroup: ['PUT', group],
  deleteResourceGroup: ['DELETE', group],
  account: ['GET', account],
  createAccount: ['PUT', account],
  updateAccountNetwork: ['PATCH', account],
  deleteAccount: ['DELETE', account],
  purgeAccount: ['DELETE', '/deletedAccounts/[^/?]+\\?'],
  isSubdomainFree: ['POST', '/checkDomainAvailability\\?'],
  regions: ['GET', 'CognitiveServices/skus\\?'],
  models: ['GET', '/locations/[^/]+/models\\?'],
  usages: ['GET', '/locations/[^/]+/usages\\?'],
  capacities: ['GET', '/modelCapacities\\?'],
  createDeployment: ['PUT', deployment],
  updateDeploymentCapacity: ['PATCH', deployment],
  deleteDeployment: ['DELETE', deployment],
} as const;
type AzureVerb = keyof typeof requests;

const isVerb = (name: string): name is AzureVerb => Object.hasOwn(requests, name);
const writes = Object.keys(requests)
  .filter(isVerb)
  .filter((verb) => /^(register|create|update|delete|purge)/.test(verb));

/** Azure's refusal of a request, as ARM words it. A pause of more than ten seconds is never slept through. */
export const refusal = (status: number, code: string, retryAfter?: number) => ({
  status,
  code,
  message: 'Refused by the test.',
  ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
});
export const forbidden = refusal(403, 'AuthorizationFailed');
export const busy = refusal(503, 'ServerBusy', 3_600);

export const onMain = (
  actions: readonly string[],
  notActions: readonly string[] = [],
  resourceGroup?: string,
): RoleAssignment => ({
  scope: `/subscriptions/${ids.main}${resourceGroup === undefined ? '' : `/resourceGroups/${resourceGroup}`}`,
  role: { id: 'c0570000-0000-4000-8000-000000000099', actions, notActions, dataActions: [] },
});
export const reader = onMain(['*/read']);

type Rewrite = NonNullable<SimulatorState['rewrite']>;
const usageShape = v.object({ name: v.object({ value: v.string() }) });
const modelShape = v.looseObject({
  model: v.looseObject({
    name: v.string(),
    capabilities: v.optional(v.record(v.string(), v.unknown())),
    skus: v.array(v.looseObject({ name: v.string() })),
  }),
});
type WireModel = v.InferOutput<typeof modelShape>['model'];
const listShape = v.looseObject({ value: v.array(v.unknown()) });

export interface AzureInProcess extends Azure {
  state: SimulatorState;
  world: WorldState;
  /** The public price list, without a memory. */
  priceList?: PriceList;
  /** The first subscription of the world. */
  main: SimSubscription;
  /** The write requests that were sent, in their order and with the refused ones, by the verb that sends each. */
  readonly writes: AzureVerb[];
  /** Lets a fault of the simulator happen to the next requests of a verb. */
  fail(verb: AzureVerb, action: FaultAction, times?: number): void;
  /** Carries out the next request of a verb and then answers an unknown error. */
  failAfter(verb: AzureVerb): void;
  /** Changes the items of each list that Azure returns for a verb. `url` is the URL of the request. */
  change(verb: AzureVerb, edit: (items: readonly unknown[], url: URL) => readonly unknown[]): void;
  /** Changes models as the lists of the regions have them. */
  changeModels(edit: (model: WireModel) => WireModel): void;
  /** Leaves quota rows out of the usages of a region, by the name of the row. */
  leaveOutUsages(location: string, row: RegExp): void;
  /** Changes what the signed-in application is allowed to do. */
  assign(...assignments: RoleAssignment[]): void;
}

/** The deployments of all accounts, those in the bin included. */
export const deploymentsOf = ({ world }: AzureInProcess) =>
  world.accounts.flatMap(({ deployments }) => deployments);

const dropped = () => new RestError('The connection broke off.', { code: 'ECONNRESET' });

const inProcess = (state: SimulatorState): HttpClient => ({
  async sendRequest(request) {
    const { method, body } = request;
    const reply = await answerInProcess(state, {
      method,
      url: new URL(request.url),
      headers: request.headers.toJSON(),
      body: typeof body === 'string' ? body : '',
    });
    if (reply === 'dropped') throw dropped();
    const { status, headers, json, text } = reply;
    const bodyAsText = json === undefined ? text : JSON.stringify(json);
    return { request, status, headers: createHttpHeaders(headers), bodyAsText };
  },
});

function tokenOf({ world: { apps } }: SimulatorState): string {
  const principal = apps.find(({ clientId }) => clientId === credentials.good.clientId);
  if (!principal) throw new Error('The world has no application.');
  return makeAccessToken({
    principal,
    tenantId: ids.contoso,
    audience: 'https://management.azure.com',
    clientId: principal.clientId,
    issuedAt: Date.now(),
    expiresAt: Date.now() + 30 * 86_400_000,
  });
}

/**
 * The Azure adapter over the in-process simulator, without waiting. Only `state.skewMs` advances its time.
 */
export function azureInProcess(
  world: WorldState = aWorld('A test.'),
  speed: Speed = 'instant',
): AzureInProcess {
  const state = createState('empty', speed);
  state.world = world;
  const client = inProcess(state);
  const httpClient = createTransport({ cloud: 'public', client });
  const accessToken = tokenOf(state);
  const azure = createArmAzure({
    cloud: 'public',
    tenantId: ids.contoso,
    accessToken,
    httpClient,
  });
  const [main] = world.subscriptions;
  if (!main) throw new Error('The world has no subscription.');
  const matches = (verb: AzureVerb, method: string, path: string) =>
    method === requests[verb][0] && new RegExp(requests[verb][1], 'i').test(path);
  const rewrites: Rewrite[] = [];
  state.rewrite = (reply, request) =>
    rewrites.reduce((changed, rewrite) => rewrite(changed, request), reply);
  const onAnswer = (verb: AzureVerb, rewrite: Rewrite) =>
    void rewrites.push((reply, request) =>
      matches(verb, request.method, request.url.pathname + request.url.search)
        ? rewrite(reply, request)
        : reply,
    );
  const change: AzureInProcess['change'] = (verb, edit) =>
    onAnswer(verb, (reply, { url }) => {
      if (reply.status !== 200) return reply;
      const list = v.parse(listShape, reply.json);
      return { ...reply, json: { ...list, value: edit(list.value, url) } };
    });
  return {
    ...azure,
    state,
    world,
    priceList: retailPrices('public', createPriceTransport({ cloud: 'public', client })),
    main,
    get writes() {
      return state.requests.flatMap(
        ({ method, path }) => writes.find((verb) => matches(verb, method, path)) ?? [],
      );
    },
    fail(verb, action, times = 1) {
      const [method, path] = requests[verb];
      state.faults.push({ match: { method, path }, times, action });
    },
    failAfter(verb) {
      let isDone = false;
      onAnswer(verb, (reply) => {
        if (isDone) return reply;
        isDone = true;
        return { status: 409, json: { error: { code: 'Unknown', message: 'No answer.' } } };
      });
    },
    change,
    changeModels: (edit) =>
      change('models', (items) =>
        items.map((item) => {
          const one = v.parse(modelShape, item);
          return { ...one, model: edit(one.model) };
        }),
      ),
    leaveOutUsages: (location, row) =>
      change('usages', (rows, { pathname }) =>
        rows.filter(
          (one) =>
            !pathname.includes(`/${location}/`) || !row.test(v.parse(usageShape, one).name.value),
        ),
      ),
    assign(...assignments) {
      for (const app of world.apps) app.assignments = assignments;
    },
  };
}
