import * as v from 'valibot';
import type { Sizes } from './models/capacity';
import type { Verdict } from './check';
import type { DefaultModel } from './default_model';
import type { Environment } from './environment';
import * as fields from './fields';
import type { Migration } from './migration';
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
import { stepIds } from './steps';

const { session } = fields;
const request = fields.jsonObject(setupRequestSchema);

/** The session with the application, which replaces the previous one. */
export interface ApplicationAnswer {
  session: string;
}
/** While the state is `registering`, the page calls the route again. */
export interface Registration {
  state: 'registered' | 'registering';
}
/** The prices, if Azure's public list has unambiguous ones. */
interface PricesAnswer {
  prices?: TokenPrices;
}
/** The current record, returned by start, resume and undo. */
export interface RunAnswer {
  run: Run;
}
/** The request values for an inference endpoint that calls the connector's account and deployment. */
interface ReusedValuesAnswer {
  values: Partial<SetupRequest>;
}
interface RunsAnswer {
  runs: RunSummary[];
}
/** The removals (`dryRun`), or the run that is being undone. */
interface UndoAnswer {
  removals: Removal[];
  run?: Run;
}
/**
 * A deployment's capacity, which can be outside of its limits, and these limits: `maximum` includes the available quota and
 * service capacity, and is 0 if they are too small for any size.
 */
export interface DeploymentSizes extends Sizes {
  capacity: number;
  tokensPerUnit: number;
  maximum: number;
  /** Available quota for additional capacity, in units. Absent if quota could not be read. */
  addable?: number;
}
/** The possible capacities, the checks' verdicts on the requested one, and the run, if it was started. */
export interface ChangeSizeAnswer {
  sizes: DeploymentSizes;
  verdicts: Verdict[];
  run?: Run;
}

/** The space's default model, and after a change the run's record of it. */
interface DefaultModelAnswer {
  defaultModel: DefaultModel;
  run?: Run;
}

export const routes = {
  signIn: limited(post<SignedIn | DeviceCode>()('/sign_in', signInSchema)),
  pollSignIn: limited(
    post<SignedIn | StillPending>()('/sign_in/poll', v.strictObject({ session })),
  ),
  /** Tests the application that Elasticsearch will sign in as, and seals it into the session. */
  application: limited(
    post<ApplicationAnswer>()(
      '/application',
      v.strictObject({ session, applicationId: fields.guid, clientSecret }),
    ),
  ),
  /** Tests the connection to Azure's hosts. */
  environment: limited(get<Environment>()('/environment', noInput)),
  options: limited(
    post<Options>()(
      '/options',
      v.strictObject({
        session,
        subscriptionId: v.optional(fields.guid),
        location: v.optional(regionName),
        kind: v.optional(fields.kind),
        /** Returns only this account, with its deployments. */
        account: v.optional(
          fields.jsonObject(
            v.strictObject({ resourceGroup: resourceName, accountName: resourceName }),
          ),
        ),
      }),
    ),
  ),
  /** The space's connectors to Azure OpenAI, which can be migrated to an inference endpoint. */
  migration: limited(get<Migration>()('/migration', noInput)),
  reusedValues: limited(
    post<ReusedValuesAnswer>()(
      '/migration/values',
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
        /** The target that the person chose. */
        target: v.optional(fields.target),
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
  /** Each part has the verdicts of one check, in the order in which the checks end. */
  plan: streamed<Verdict[]>()(limited(post<Plan>()('/plan', v.strictObject({ session, request })))),
  /** The browser chooses the id, so a double click starts one run. */
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
        /** If absent, the route only returns the limits. */
        capacity: v.optional(v.pipe(units, v.minValue(1))),
        dryRun: v.boolean(),
      }),
    ),
  ),
  defaultModel: get<DefaultModelAnswer>()('/runs/{runId}/default_model', runParams),
  /** Makes the connector of a finished run the default model of the space, or restores the previous default. */
  useDefaultModel: ofRun<DefaultModelAnswer>()(
    '/default_model',
    v.strictObject({
      on: v.boolean(),
      /** Id of the default that the person saw and agreed to replace. */
      replaces: v.optional(fields.modelId),
    }),
  ),
  /**
   * Sends one question to the model of a finished run. Each part has the answer so far and replaces the previous part.
   */
  ask: streamed<string>()(
    limited(ofRun<ChatAnswer>()('/ask', v.strictObject({ question: fields.question }))),
  ),
  undoRun: ofRun<UndoAnswer>()(
    '/undo',
    v.strictObject({
      session,
      dryRun: v.boolean(),
      /** Steps whose resources the person agreed to delete; undo is refused if it would delete those of others. */
      confirmed: v.optional(v.pipe(v.array(v.picklist(stepIds)), v.maxLength(stepIds.length))),
    }),
  ),
} as const;

export type RouteName = keyof typeof routes;
type Parts<N extends RouteName> =
  (typeof routes)[N] extends Route<infer Body, infer Params, infer Output, infer Part>
    ? { body: Body; params: Params; output: Output; part: Part }
    : never;
export type RouteBody<N extends RouteName> = Parts<N>['body'];
export type RouteParams<N extends RouteName> = Parts<N>['params'];
export type RouteOutput<N extends RouteName> = Parts<N>['output'];
export type RoutePart<N extends RouteName> = Parts<N>['part'];
/** The routes with streamed responses. */
export type StreamedRouteName = {
  [N in RouteName]: [RoutePart<N>] extends [never] ? never : N;
}[RouteName];

/** Version of all routes, in the `elastic-api-version` header. */
export const routeVersion = '1';
