import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import type { Plan } from '../../common/plan';
import { setupRequestSchema, type SetupRequest } from '../../common/setup_request';
import type { Cloud } from '../../common/sign_in';
import type { Azure } from '../../server/core/azure/azure';
import { createArmAzure } from '../../server/core/azure/arm/arm_azure';
import { createTransport } from '../../server/core/azure/arm/arm_transport';
import { rememberReads } from '../../server/core/azure/arm/answers/remember_reads';
import type { Target } from '../../server/core/targets/target';
import { makePlan } from '../../server/core/workflows/engine/plan';
import { setUp } from '../../server/core/workflows/set_up';
import type { TenantApplication } from '../../server/core/sign_in/application';
import { createSeal } from '../../server/core/sign_in/seal';
import { createSignIn } from '../../server/core/sign_in/sign_in';
import { credentials, ids, type Simulator, startSimulator, type WorldName } from '../azure';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { fakeTargets } from '../support/fake_target';

const questions = /checkDomainAvailability|checkPolicyRestrictions|oauth2/;

export interface Planner {
  simulator: Simulator;
  /** Starts the world over, signs in to it and plans over the real SDK. */
  planIn(world: WorldName, change?: Partial<SetupRequest>, rest?: PlanRest): Promise<Plan>;
  /** Starts the world over and signs in to it. */
  azureIn(world: WorldName): Promise<Azure>;
  /** Starts the world over, arranges it and signs in to it; Azure is read again each time. */
  enter(
    world: WorldName,
    arrange: (simulator: Simulator) => void,
  ): Promise<{ azure: Azure; expiresAt: Date }>;
}

export interface PlanRest {
  cloud?: Cloud;
  target?: Target<'connector'>;
  endpoint?: Target<'inference_endpoint'>;
  expiresAt?: Date;
  kibanaVersion?: string;
  /** The application that Elasticsearch signs in as. */
  application?: TenantApplication;
  /** The rest of the arrangement, once the world is there. */
  arrange?(simulator: Simulator): void;
}

const tenantOf: Record<Cloud, string> = {
  public: ids.contoso,
  usGovernment: ids.government,
  china: ids.china,
};

export const writesTo = ({ requests }: Simulator): string[] =>
  requests
    .filter(({ method }) => !['GET', 'HEAD', 'CONNECT'].includes(method))
    .filter(({ path: url }) => !questions.test(url))
    .map(({ method, path: url }) => `${method} ${url}`);

async function startPlanner(): Promise<Planner & { stop(): Promise<void> }> {
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-plans-'));
  const simulator = await startSimulator({ dir });
  const certificateAuthorities = [readFileSync(simulator.caFile, 'utf8')];
  const { proxyUrl } = simulator;
  const bound = { user: 'ada', space: 'default' };

  async function signIn(cloud: Cloud) {
    const httpClient = createTransport({ cloud, proxyUrl, certificateAuthorities });
    const signInPort = createSignIn({
      seal: createSeal(),
      transport: () => httpClient,
      deviceCodeClientId: ids.azureCli,
      serverIdentityEnabled: false,
    });
    const tenant = tenantOf[cloud];
    const requested = { ...credentials.good, kind: 'service_principal', cloud, tenant } as const;
    const { session } = await signInPort.start(requested, bound);
    const { tenantId, accessToken, expiresAt } = signInPort.open(session, bound);
    const azure = createArmAzure({ cloud, tenantId, accessToken, httpClient });
    return { azure, expiresAt };
  }

  return {
    simulator,
    async planIn(world, change = {}, rest = {}) {
      simulator.reset(world, 'instant');
      rest.arrange?.(simulator);
      const { azure, expiresAt } = await signIn(rest.cloud ?? 'public');
      const accountName = `kibana-${randomUUID().slice(0, 8)}`;
      const requested = { ...aSetupRequest({ accountName }), ...change };
      const request = v.parse(setupRequestSchema, {
        ...requested,
        customSubDomainName: change.customSubDomainName ?? requested.accountName.toLowerCase(),
      });
      const plan = await makePlan(setUp, {
        request,
        azure: rememberReads(azure),
        targets: fakeTargets(rest.target, rest.endpoint),
        sessionExpiresAt: rest.expiresAt ?? expiresAt,
        now: new Date(),
        kibanaVersion: rest.kibanaVersion ?? '9.4.0',
        application: rest.application,
        report(error) {
          throw error;
        },
      });
      const writes = writesTo(simulator);
      if (writes.length > 0) throw new Error(`a plan wrote: ${writes.join(', ')}`);
      return plan;
    },
    async azureIn(world) {
      simulator.reset(world, 'instant');
      return (await signIn('public')).azure;
    },
    async enter(world, arrange) {
      simulator.reset(world, 'instant');
      arrange(simulator);
      return signIn('public');
    },
    async stop() {
      await simulator.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** One simulator for the tests of a file. */
export function usePlanner(): Planner {
  let planner: Awaited<ReturnType<typeof startPlanner>>;
  beforeAll(async () => {
    planner = await startPlanner();
  });
  afterAll(() => planner.stop());
  return {
    get simulator() {
      return planner.simulator;
    },
    planIn: (...given) => planner.planIn(...given),
    azureIn: (...given) => planner.azureIn(...given),
    enter: (...given) => planner.enter(...given),
  };
}
