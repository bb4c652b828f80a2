import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import { explain, integer, strictObject } from '../../shapes';
import { decideDeviceGrant } from '../entra/device_grants';
import { faultSchema } from '../faults';
import { ok, type Reply } from '../http/message';
import { send } from '../http/send';
import { speedNames } from '../speed';
import type { Reset, SimulatorState } from '../state';
import { isWorldName } from '../worlds/worlds';
import { deviceForm, submitDeviceForm } from './device_page';
import { overview, overviewPage, worldList } from './overview';
import { submitSpeed, submitWorld } from './settings_page';

interface ControlCall {
  state: SimulatorState;
  reset: Reset;
  url: URL;
  body: string;
}

const refused = (error: string): Reply => ({ status: 400, json: { error } });
const done: Reply = { status: 200, json: { ok: true } };

const milliseconds = v.optional(v.pipe(integer, v.minValue(0)));
const speedSchema = v.union([
  v.picklist(['instant', 'quick', 'real']),
  strictObject({
    base: v.optional(v.picklist(['instant', 'quick', 'real'])),
    latencyMs: milliseconds,
    groupMs: milliseconds,
    accountMs: milliseconds,
    dnsMs: milliseconds,
    deploymentMs: milliseconds,
    propagationMs: milliseconds,
    nestedMs: milliseconds,
    registrationMs: milliseconds,
    answerMs: milliseconds,
    devicePollMs: milliseconds,
  }),
]);
const worldSchema = strictObject({
  world: v.pipe(v.string(), v.check(isWorldName)),
  speed: v.optional(speedSchema),
});
const deviceSchema = strictObject({
  userCode: v.string(),
  decision: v.picklist(['accept', 'decline', 'expire']),
  user: v.optional(v.string()),
});
const skewSchema = strictObject({ ms: v.pipe(integer, v.minValue(0)) });

/** Runs the action with the parsed JSON body, or says what is wrong with it. */
function withBody<Schema extends v.GenericSchema>(
  body: string,
  schema: Schema,
  act: (value: v.InferOutput<Schema>) => Reply,
): Reply {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    return refused('The body is no JSON.');
  }
  const parsed = v.safeParse(schema, given);
  return parsed.success ? act(parsed.output) : refused(explain(parsed.issues));
}

const routes: Readonly<Record<string, (call: ControlCall) => Reply>> = {
  'GET /': ({ state }) => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text: overviewPage(state),
  }),
  'GET /device': ({ state, url }) => deviceForm(state, url.searchParams.get('code') ?? ''),
  'POST /device': ({ state, body }) => submitDeviceForm(state, body),
  'POST /speed': ({ state, body }) => submitSpeed(state, body),
  'POST /world': ({ reset, body }) => submitWorld(reset, body),
  'GET /api/state': ({ state }) => ok(overview(state)),
  'GET /api/worlds': () => ok({ worlds: worldList(), speeds: speedNames }),
  'GET /api/requests': ({ state }) => ok({ requests: state.requests }),
  'POST /api/clear-requests': ({ state }) => {
    state.requests.length = 0;
    return done;
  },
  'POST /api/world': ({ reset, body }) =>
    withBody(body, worldSchema, ({ world, speed }) => {
      if (!isWorldName(world)) return refused('There is no such world.');
      reset(world, speed);
      return done;
    }),
  'POST /api/faults': ({ state, body }) =>
    withBody(body, v.array(faultSchema), (faults) => {
      state.faults = faults;
      return done;
    }),
  'POST /api/advance': ({ state, body }) =>
    withBody(body, skewSchema, ({ ms }) => {
      state.skewMs += ms;
      return done;
    }),
  'POST /api/device': ({ state, body }) =>
    withBody(body, deviceSchema, (decision) => {
      const wrong = decideDeviceGrant(state, decision);
      return wrong === undefined ? done : refused(wrong);
    }),
};

const isLocal = (origin: string): boolean =>
  /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin);

/** Pages of this machine can call the control server, others cannot. */
const corsHeaders = (origin: string | undefined): Record<string, string> =>
  origin !== undefined && isLocal(origin)
    ? {
        'access-control-allow-origin': origin,
        'access-control-allow-headers': 'content-type',
        'access-control-allow-methods': 'GET, POST, OPTIONS',
        vary: 'Origin',
      }
    : {};

async function answer(state: SimulatorState, reset: Reset, request: IncomingMessage) {
  const { method = 'GET', headers } = request;
  const { origin } = headers;
  if (method === 'OPTIONS') return { status: 204, headers: corsHeaders(origin) };
  if (origin !== undefined && !isLocal(origin)) return { status: 403, headers: {} };
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await text(request);
  const handle = routes[`${method} ${url.pathname}`];
  const reply = handle?.({ state, reset, url, body }) ?? {
    status: 404,
    json: { error: 'There is nothing here.' },
  };
  return { ...reply, headers: { ...reply.headers, ...corsHeaders(origin) } };
}

/** Pages for people and JSON for tests, on a separate port. */
export const createControl = (state: SimulatorState, reset: Reset): Server =>
  createServer((request, response) => {
    answer(state, reset, request)
      .then((reply: Reply) => send(response, reply, request.method === 'HEAD'))
      .catch(() => response.destroy());
  });
