import type { IRouter, KibanaRequest, Logger } from '@kbn/core/server';
import type { Environment } from '../../../common/environment';
import type { Cloud } from '../../../common/sign_in';
import { SetupError, type Problem } from '../../../common/problem';
import type { AuditedAction } from '../audit_event';
import type { Azure } from '../../core/azure/azure';
import type { PriceList } from '../../core/azure/price_list';
import type { DefaultModels } from '../default_model/default_model';
import type { Targets } from '../../core/targets/target';
import type { LiveLook } from '../../core/workflows/engine/live_look';
import type { Owner } from '../../core/workflows/engine/run_state';
import type { Caller, Runs } from '../tasks/runs';
import type { BeginAttempt } from '../../core/sign_in/attempts';
import type { TenantApplication } from '../../core/sign_in/application';
import type { OpenSession, SignInClient } from '../../core/sign_in/sign_in';
import type { Count } from '../usage';
import type { CallLimit } from './call_limit';

/** Settings and version of this Kibana. */
export type KibanaFacts = Omit<Environment, 'verdicts' | 'targetFacts'> & { kibanaVersion: string };

export interface Services {
  facts: KibanaFacts;
  signIn: SignInClient;
  /** Problems that prevent this server from reaching Azure's public cloud. */
  egress(): Promise<Problem[]>;
  runs: Runs;
  live: LiveLook;
  /** The person and the space behind a request. */
  callerOf(request: KibanaRequest): Caller;
  spaceOf(request: KibanaRequest): string;
  azureOf(session: OpenSession, signal?: AbortSignal): Azure;
  /** Undefined in clouds without a public price list. */
  priceListOf(cloud: Cloud): PriceList | undefined;
  /** True if the person has the privilege to act as the Kibana server. */
  mayUseServerIdentity(request: KibanaRequest): Promise<boolean>;
  /** Limits concurrent expensive calls, see `Route.limited`. */
  limited: CallLimit;
  /** Limits the rate of sign-ins. */
  attempt: BeginAttempt;
  targetsOf(request: KibanaRequest): Targets;
  defaultModelsOf(request: KibanaRequest): DefaultModels;
  audit(request: KibanaRequest, action: AuditedAction): void;
  count: Count;
}

export interface RouteContext {
  router: IRouter;
  logger: Logger;
  services: () => Promise<Services>;
}

/** Throws unless the person has the privilege to act as the Kibana server. */
export async function assertMayUseServerIdentity(
  { mayUseServerIdentity }: Services,
  request: KibanaRequest,
): Promise<void> {
  if (await mayUseServerIdentity(request)) return;
  throw new SetupError({ code: 'server_identity_not_allowed' });
}

/** Aborts if the browser disconnects before the response is complete. */
export function abortedBy(request: KibanaRequest): AbortSignal {
  const aborted = new AbortController();
  request.events.aborted$.subscribe(() => aborted.abort());
  return aborted.signal;
}

/** The person's application, if the session has one. */
export const applicationOf = ({
  application,
  tenantId,
}: OpenSession): TenantApplication | undefined => application && { ...application, tenantId };

/** Azure for one request: opens the session, and aborts calls if the browser disconnects. */
export async function signedIn(services: Services, request: KibanaRequest, session: string) {
  const caller = services.callerOf(request);
  const opened = services.signIn.open(session, boundTo(caller));
  if (opened.serverIdentity) await assertMayUseServerIdentity(services, request);
  return {
    caller,
    session: opened,
    azure: services.azureOf(opened, abortedBy(request)),
    application: applicationOf(opened),
    targets: services.targetsOf(request),
  };
}

/** Sealed texts are bound to the person and the space. */
export const boundTo = ({ user, space }: Owner): Owner => ({ user, space });
