import { readFileSync } from 'node:fs';
import type { PluginSetupContract, PluginStartContract } from '@kbn/actions-plugin/server';
import type {
  CoreSetup,
  CoreStart,
  KibanaRequest,
  Logger,
  Plugin,
  PluginInitializerContext,
} from '@kbn/core/server';
import type { EncryptedSavedObjectsPluginSetup } from '@kbn/encrypted-saved-objects-plugin/server';
import type { FeaturesPluginSetup } from '@kbn/features-plugin/server';
import type { LicensingPluginStart } from '@kbn/licensing-plugin/server';
import type { SpacesPluginStart } from '@kbn/spaces-plugin/server';
import type {
  TaskManagerSetupContract,
  TaskManagerStartContract,
} from '@kbn/task-manager-plugin/server';
import type { UsageCollectionSetup } from '@kbn/usage-collection-plugin/server';
import type { Cloud } from '../common/sign_in';
import { auditEvent, endedEvent } from './kibana/audit_event';
import { createArmAzure } from './core/azure/arm/arm_azure';
import { createPriceTransport, createTransport } from './core/azure/arm/arm_transport';
import { checkEgress } from './core/azure/http/egress';
import { cacheOfSession, createModelCache } from './core/azure/arm/model_cache';
import { rememberPrices } from './core/azure/prices/price_cache';
import { retailPrices } from './core/azure/prices/retail_prices';
import { azureCliClientId, type Config } from './config';
import { createDefaultModels } from './kibana/default_model/default_model';
import { createTargets } from './kibana/targets/targets';
import { feature, serverIdentityFeature, serverIdentityFeatureId } from './feature';
import { identityOf } from './kibana/identity';
import { registerRoutes } from './kibana/routes';
import { createCallLimit } from './kibana/http/call_limit';
import {
  applicationOf,
  boundTo,
  type KibanaFacts,
  type Services,
} from './kibana/http/route_context';
import { createLiveLook } from './core/workflows/engine/live_look';
import { registerTasks, type TaskServices } from './kibana/tasks/run_task';
import { createRuns } from './kibana/tasks/runs';
import { createAttempts } from './core/sign_in/attempts';
import { createSeal } from './core/sign_in/seal';
import { createSignIn, type OpenSession } from './core/sign_in/sign_in';
import { describeErrorLocation } from './kibana/error_location';
import { createCount, endOf } from './kibana/usage';

interface SetupDeps {
  actions: PluginSetupContract;
  encryptedSavedObjects: EncryptedSavedObjectsPluginSetup;
  features: FeaturesPluginSetup;
  taskManager: TaskManagerSetupContract;
  usageCollection?: UsageCollectionSetup;
}
interface StartDeps {
  actions: PluginStartContract;
  licensing: LicensingPluginStart;
  taskManager: TaskManagerStartContract;
  spaces?: SpacesPluginStart;
  inference?: unknown;
  searchInferenceEndpoints?: unknown;
}

const pemFiles = (files: string | string[] | undefined): string[] =>
  (typeof files === 'string' ? [files] : (files ?? [])).map((file) => readFileSync(file, 'utf8'));

/** Makes one thing for each cloud, when it is first needed. */
function onceForEach<Thing>(make: (cloud: Cloud) => Thing): (cloud: Cloud) => Thing {
  const made = new Map<Cloud, { thing: Thing }>();
  return (cloud) => {
    const { thing } = made.get(cloud) ?? { thing: make(cloud) };
    made.set(cloud, { thing });
    return thing;
  };
}

/** True if the person behind the request currently has a capability in the request's space. */
async function hasCapability(
  core: CoreStart,
  request: KibanaRequest,
  featureId: string,
  name: string,
) {
  const capabilityPath = `${featureId}.*`;
  const all = await core.capabilities.resolveCapabilities(request, { capabilityPath });
  return all[featureId]?.[name] === true;
}

export class AzureOpenaiSetupPlugin implements Plugin<void, void, SetupDeps, StartDeps> {
  private readonly config: Config;
  private readonly logger: Logger;

  constructor(private readonly context: PluginInitializerContext<Config>) {
    this.config = context.config.get();
    this.logger = context.logger.get();
  }

  setup(core: CoreSetup<StartDeps>, deps: SetupDeps): void {
    deps.features.registerKibanaFeature(feature());
    deps.features.registerKibanaFeature(serverIdentityFeature());
    const parts = { ...this.parts(), count: createCount(deps.usageCollection) };
    let services: Promise<Services> | undefined;
    const getServices = () => {
      services ??= core
        .getStartServices()
        .then(([coreStart, start]) => this.services(parts, deps, coreStart, start));
      return services;
    };
    registerRoutes({
      router: core.http.createRouter(),
      logger: this.logger,
      services: getServices,
    });
    registerTasks(deps.taskManager, async () => this.taskServices(await getServices()));
  }

  start(): void {
    if (!this.config.encryptionKey) {
      this.logger.info(
        'azure_openai_setup.encryptionKey is not set: sign-ins to Azure end when Kibana restarts, ' +
          'and are not shared between Kibana instances.',
      );
    }
  }

  /** The services that need only settings. */
  private parts() {
    const { encryptionKey, deviceCode, serverIdentity, proxyUrl, ssl } = this.config;
    const certificateAuthorities = pemFiles(ssl.certificateAuthorities);
    const network = { proxyUrl, certificateAuthorities };
    const transport = onceForEach((cloud) => createTransport({ cloud, ...network }));
    const priceListOf = onceForEach((cloud) => {
      const list = retailPrices(cloud, createPriceTransport({ cloud, ...network }));
      return list && rememberPrices(list);
    });
    const modelCache = createModelCache();
    const seal = createSeal(encryptionKey);
    const signIn = createSignIn({
      seal,
      transport,
      deviceCodeClientId: deviceCode.clientId,
      serverIdentityEnabled: serverIdentity.enabled,
      serverIdentityClientId: serverIdentity.clientId,
      serverIdentityCloud: serverIdentity.cloud,
    });
    const azureOf = ({ id, cloud, tenantId, accessToken }: OpenSession, signal?: AbortSignal) =>
      createArmAzure({
        cloud,
        tenantId,
        accessToken,
        httpClient: transport(cloud),
        signal,
        modelCache: cacheOfSession(modelCache, id),
      });
    const facts: KibanaFacts = {
      kibanaVersion: this.context.env.packageInfo.version,
      signInKinds: [
        ...(serverIdentity.enabled ? (['server_identity'] as const) : []),
        'device_code',
        'service_principal',
        'access_token',
      ],
      serverIdentityCloud: serverIdentity.cloud,
      deviceCodeClientIsAzureCli: deviceCode.clientId === azureCliClientId,
    };
    return {
      signIn,
      azureOf,
      priceListOf,
      facts,
      egress: () => checkEgress(transport('public'), 'public'),
    };
  }

  private services(
    parts: ReturnType<AzureOpenaiSetupPlugin['parts']> & Pick<Services, 'count'>,
    deps: SetupDeps,
    core: CoreStart,
    start: StartDeps,
  ): Services {
    const { actions, licensing, taskManager, spaces, inference, searchInferenceEndpoints } = start;
    const { canEncrypt } = deps.encryptedSavedObjects;
    const { kibanaVersion } = parts.facts;
    const spaceOf = (request: KibanaRequest) =>
      spaces?.spacesService.getSpaceId(request) ?? 'default';
    const targetServices = {
      actionsSetup: deps.actions,
      actions,
      licensing,
      core,
      canEncrypt,
      kibanaVersion,
      spaceOf,
      inference,
    };
    return {
      ...parts,
      runs: createRuns(taskManager, (error) =>
        this.logger.warn(`A former task could not be removed: ${describeErrorLocation(error)}`),
      ),
      live: createLiveLook(),
      limited: createCallLimit(),
      attempt: createAttempts(),
      mayUseServerIdentity: (request) =>
        hasCapability(core, request, serverIdentityFeatureId, 'use'),
      callerOf: (request) => ({
        ...identityOf(core.security.authc.getCurrentUser(request)),
        space: spaceOf(request),
        request,
      }),
      spaceOf,
      targetsOf: (request) => createTargets(targetServices, request),
      defaultModelsOf: (request) =>
        createDefaultModels(
          {
            ...{ core, actions, searchInferenceEndpoints },
            endpoints: createTargets(targetServices, request).inference_endpoint,
          },
          request,
        ),
      audit: (request, event) => core.security.audit.asScoped(request).log(auditEvent(event)),
    };
  }

  private taskServices(services: Services): TaskServices {
    const { signIn, azureOf, targetsOf, runs, spaceOf, count, audit } = services;
    return {
      signedIn({ session, owner }, signal) {
        const opened = signIn.open(session ?? '', boundTo(owner));
        return { azure: azureOf(opened, signal), application: applicationOf(opened) };
      },
      targetsOf,
      spaceOf,
      runs,
      ended: (run, request) => {
        if (run.workflow === 'set_up') endOf(run).forEach(count);
        if (request) audit(request, endedEvent(run));
      },
      logger: this.logger,
    };
  }
}
