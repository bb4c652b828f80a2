import * as v from 'valibot';
import type { Sizes } from './models/capacity';
import type { Verdict } from './check';
import type { DefaultModel } from './default_model';
import type { Environment } from './azure/environment';
import * as fields from './fields';
import type { MovingOn } from './moving_on';
import type { Offers } from './models/offers';
import type { Options } from './options';
import type { Plan } from './plan';
import type { TokenPrices } from './models/prices';
import { catalogName, modelVersion, regionName, resourceName, units } from './values/read_values';
import { fixedSchema, useCaseSchema, type Recommendation } from './recommendation';
import { get, limited, noInput, ofRun, post, runParams, streamed, type Route } from './route';
import type { ChatAnswer, Removal, Run, RunSummary } from './run';
import { setupRequestSchema, type SetupRequest } from './setup_request';
import {
  clientSecret,
  signInSchema,
  type DeviceCode,
  type SignedIn,
  type StillPending,
} from './sign_in';

const { session } = fields;
const request = fields.jsonObject(setupRequestSchema);

/** The same sign-in with the application; it replaces the session. */
export interface ApplicationAnswer {
  session: string;
  /** Object id of the application's service principal. */
  principalId: string;
}
/** While Azure is registering the provider, the page calls the route again. */
export interface Registration {
  state: 'registered' | 'registering';
}
/** The prices, if Azure's public list has them beyond doubt. */
interface PricesAnswer {
  prices?: TokenPrices;
}
/** Answer of starting, resuming and undoing: the record as it stands. */
export interface RunAnswer {
  run: Run;
}
/** Values of a setup: the account and the deployment that a connector calls, with an inference endpoint. */
interface ReusedValuesAnswer {
  values: Partial<SetupRequest>;
}
interface RunsAnswer {
  runs: RunSummary[];
}
/** The removals (`dryRun`), or the run whose removal has begun. */
interface UndoAnswer {
  removals: Removal[];
  run?: Run;
}
/** A deployment's capacity, and the sizes that it can have: `maximum` counts what quota and service have left. */
export interface DeploymentSizes extends Sizes {
  capacity: number;
  tokensPerUnit: number;
  maximum: number;
}
/** The sizes to choose from, what the checks say to the one that was named, and the run, if it was started. */
export interface ChangeSizeAnswer {
  sizes: DeploymentSizes;
  verdicts: Verdict[];
  run?: Run;
}

/** The space's default model, after a change with the run's record of it. */
interface DefaultModelAnswer {
  defaultModel: DefaultModel;
  run?: Run;
}

export const routes = {
  signIn: limited(post<SignedIn | DeviceCode>()('/sign_in', signInSchema)),
  pollSignIn: limited(
    post<SignedIn | StillPending>()('/sign_in/poll', v.strictObject({ session })),
  ),
  /** Tries out the application that Elasticsearch is to sign in as, and seals it into the session. */
  application: limited(
    post<ApplicationAnswer>()(
      '/application',
      v.strictObject({ session, applicationId: fields.guid, clientSecret }),
    ),
  ),
  /** Asks Azure's hosts whether they can be reached. */
  environment: limited(get<Environment>()('/environment', noInput)),
  options: limited(
    post<Options>()(
      '/options',
      v.strictObject({
        session,
        subscriptionId: v.optional(fields.guid),
        location: v.optional(regionName),
        kind: v.optional(fields.kind),
        /** Answers this account with its deployments, and nothing else. */
        account: v.optional(
          fields.jsonObject(
            v.strictObject({ resourceGroup: resourceName, accountName: resourceName }),
          ),
        ),
      }),
    ),
  ),
  /** The connectors of the space to Azure OpenAI, for which an inference endpoint can take over. */
  movingOn: limited(get<MovingOn>()('/moving_on', noInput)),
  reusedValues: limited(
    post<ReusedValuesAnswer>()(
      '/moving_on/values',
      v.strictObject({ session, targetId: fields.modelId }),
    ),
  ),
  offers: limited(
    post<Offers>()(
      '/offers',
      v.strictObject({
        session,
        subscriptionId: fields.guid,
        kind: fields.kind,
        useCase: useCaseSchema,
      }),
    ),
  ),
  recommendation: limited(
    post<Recommendation>()(
      '/recommendation',
      v.strictObject({ session, useCase: useCaseSchema, fixed: fields.jsonObject(fixedSchema) }),
    ),
  ),
  prices: limited(
    post<PricesAnswer>()(
      '/prices',
      v.strictObject({
        session,
        subscriptionId: fields.guid,
        location: regionName,
        kind: fields.kind,
        modelName: catalogName,
        modelVersion,
        deploymentType: catalogName,
      }),
    ),
  ),
  registerProvider: limited(
    post<Registration>()(
      '/register_provider',
      v.strictObject({ session, subscriptionId: fields.guid }),
    ),
  ),
  /** The parts are the verdicts of one check each, in the order in which the checks end. */
  plan: streamed<Verdict[]>()(limited(post<Plan>()('/plan', v.strictObject({ session, request })))),
  /** The browser chooses the id, so that pressing twice starts one run. */
  startRun: post<RunAnswer>()('/runs', v.strictObject({ session, runId: fields.runId, request })),
  runs: get<RunsAnswer>()('/runs', noInput),
  run: get<RunAnswer>()('/runs/{runId}', runParams),
  resumeRun: ofRun<RunAnswer>()(
    '/resume',
    v.strictObject({ session, request: v.optional(request) }),
  ),
  /** Changes the capacity of the deployment that a finished run created: a run of its own, with the id `changeId`. */
  changeSize: limited(
    ofRun<ChangeSizeAnswer>()(
      '/change_size',
      v.strictObject({
        session,
        changeId: fields.runId,
        /** Absent: only tells what can be chosen. */
        capacity: v.optional(v.pipe(units, v.minValue(1))),
        dryRun: v.boolean(),
      }),
    ),
  ),
  defaultModel: get<DefaultModelAnswer>()('/runs/{runId}/default_model', runParams),
  /** Makes the connector of a finished run the default model of the space, or takes that back. */
  useDefaultModel: ofRun<DefaultModelAnswer>()(
    '/default_model',
    v.strictObject({
      on: v.boolean(),
      /** The default that the person has seen and agrees to replace: an id. */
      replaces: v.optional(fields.modelId),
    }),
  ),
  /** Sends one question to the model of a finished run. The parts are the answer so far, each one replaces the one before. */
  ask: streamed<string>()(
    limited(ofRun<ChatAnswer>()('/ask', v.strictObject({ question: fields.question }))),
  ),
  undoRun: ofRun<UndoAnswer>()('/undo', v.strictObject({ session, dryRun: v.boolean() })),
} as const;

export type RouteName = keyof typeof routes;
export type RouteBody<N extends RouteName> =
  (typeof routes)[N] extends Route<infer Body, infer _Params, infer _Output, infer _Part>
    ? Body
    : never;
export type RouteParams<N extends RouteName> =
  (typeof routes)[N] extends Route<infer _Body, infer Params, infer _Output, infer _Part>
    ? Params
    : never;
export type RouteOutput<N extends RouteName> =
  (typeof routes)[N] extends Route<infer _Body, infer _Params, infer Output, infer _Part>
    ? Output
    : never;
export type RoutePart<N extends RouteName> =
  (typeof routes)[N] extends Route<infer _Body, infer _Params, infer _Output, infer Part>
    ? Part
    : never;
/** The routes that answer line by line. */
export type StreamedRouteName = {
  [N in RouteName]: [RoutePart<N>] extends [never] ? never : N;
}[RouteName];

/** Version of all routes, in the `elastic-api-version` header. */
export const routeVersion = '1';
