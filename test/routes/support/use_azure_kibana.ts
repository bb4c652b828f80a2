import { randomUUID } from 'node:crypto';
import type { Removal, Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { credentials, type Simulator, type SimulatorOptions } from '../../azure';
import type { Kibana } from '../../kibana';
import { aSetupRequest } from '../../support/builders/a_setup_request';
import { answerOf, signIn } from './ask';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';
import { atRest, quickTasks, type Who } from './run_stage';

interface Options extends Pick<SimulatorOptions, 'world' | 'speed'> {
  version?: string;
  settings?: Record<string, unknown>;
  /** Azure and the session stay from test to test. */
  isKept?: boolean;
}

interface As extends Who {
  /** Default that of the person in this space, who signs in for it. */
  session?: string;
}

interface Start extends As {
  runId?: string;
}

/** A Kibana over a simulated Azure, and what a person does there with setups. */
interface RouteStage {
  readonly env: AzureKibana;
  readonly kibana: Kibana;
  readonly simulator: Simulator;
  /** Of the superuser in the default space. */
  session: string;
  /** Starts the node again, with other settings if there are any. */
  restart(settings?: Record<string, unknown>): Promise<void>;
  /** Starts a setup; answers its id. */
  start(request?: SetupRequest, start?: Start): Promise<string>;
  /** The same, as it is when nothing more happens by itself. */
  carriedOut(request?: SetupRequest, start?: Start): Promise<Run>;
  /** The same, and it has to be finished. */
  finished(request?: SetupRequest, start?: Start): Promise<Run>;
  resumed(runId: string, as?: As & { request?: SetupRequest }): Promise<Run>;
  undone(runId: string, as?: As): Promise<Run>;
  /** The objects that would be deleted, and those that would be kept. */
  removals(runId: string): Promise<Removal[]>;
  /** A session that holds the application, too. */
  withApplication(): Promise<string>;
}

const { clientId: applicationId, clientSecret } = credentials.inference;

/** One Kibana for the tests of a file. Unless it is kept, Azure starts over before each of them. */
export function useAzureKibana(options: Options = {}): RouteStage {
  const { world = 'empty', speed = 'instant', version, settings = quickTasks, isKept } = options;
  let env: AzureKibana;
  let kibana: Kibana;
  const arrange = async () => {
    env.simulator.reset(world, speed);
    stage.session = await signIn(kibana);
  };
  beforeAll(async () => {
    env = await setUpAzureKibana({ world, speed, ...(version && { version }) });
    kibana = await env.start({ settings });
    if (isKept) await arrange();
  });
  beforeEach(async () => {
    if (!isKept) await arrange();
  });
  afterAll(() => env.clear());

  const sessionOf = async ({ session, as, space }: As): Promise<string> =>
    session ??
    (as || space ? signIn(kibana, { ...(as && { as }), ...(space && { space }) }) : stage.session);

  const stage: RouteStage = {
    get env() {
      return env;
    },
    get kibana() {
      return kibana;
    },
    get simulator() {
      return env.simulator;
    },
    session: '',
    async restart(change = settings) {
      await kibana.stop();
      kibana = await env.start({ settings: change });
    },
    async start(request = aSetupRequest(), { runId = randomUUID(), session, ...who } = {}) {
      const body = { session: await sessionOf({ session, ...who }), runId, request };
      await answerOf(kibana, 'startRun', { ...who, body });
      return runId;
    },
    carriedOut: async (request, start = {}) =>
      atRest(kibana, await stage.start(request, start), start),
    async finished(request, start) {
      const run = await stage.carriedOut(request, start);
      expect(run).toMatchObject({ status: 'finished' });
      return run;
    },
    async resumed(runId, { session, request, ...who } = {}) {
      const body = { session: await sessionOf({ session, ...who }), ...(request && { request }) };
      await answerOf(kibana, 'resumeRun', { ...who, runId, body });
      return atRest(kibana, runId, who);
    },
    async undone(runId, { session, ...who } = {}) {
      const body = { session: await sessionOf({ session, ...who }), dryRun: false };
      await answerOf(kibana, 'undoRun', { ...who, runId, body });
      return atRest(kibana, runId, who);
    },
    async removals(runId) {
      const body = { session: stage.session, dryRun: true };
      return (await answerOf(kibana, 'undoRun', { runId, body })).removals;
    },
    async withApplication() {
      const body = { session: stage.session, applicationId, clientSecret };
      return (await answerOf(kibana, 'application', { body })).session;
    },
  };
  return stage;
}
