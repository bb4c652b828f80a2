import { routes, type RouteName } from '../../../common/routes';
import { credentials, ids } from '../../azure';
import { aSetupRequest } from '../../support/builders/a_setup_request';
import { asApplication, type CallOptions } from './ask';

const isRouteName = (name: string): name is RouteName => Object.hasOwn(routes, name);
export const routeNames: readonly RouteName[] = Object.keys(routes).filter(isRouteName);
export const isPost = (name: RouteName) => routes[name].method === 'post';

export const someRunId = '5e0c1d1e-7c7e-4a3b-9d55-0a1b2c3d4e5f';
const someChangeId = 'a7c1f0b2-3d4e-4f5a-8b6c-9d0e1f2a3b4c';

/** Well-formed input for each route; the session is sealed by whom the caller likes. */
export function validInput(name: RouteName, session: string): CallOptions {
  const request = aSetupRequest();
  const inputs: Record<RouteName, CallOptions> = {
    signIn: { body: asApplication() },
    pollSignIn: { body: { session } },
    application: {
      body: {
        session,
        applicationId: credentials.inference.clientId,
        clientSecret: credentials.inference.clientSecret,
      },
    },
    environment: {},
    options: {
      body: { session, subscriptionId: ids.main, location: 'eastus2', kind: 'OpenAI' },
    },
    migration: {},
    reusedValues: { body: { session, targetId: someRunId } },
    offers: {
      body: { session, subscriptionId: ids.main, kind: 'OpenAI', useCase: 'security' },
    },
    recommendation: { body: { session, useCase: 'both', fixed: request } },
    prices: {
      body: {
        ...{ session, subscriptionId: ids.main, location: 'eastus2', kind: 'OpenAI' },
        ...{ modelName: 'gpt-5.2', modelVersion: '2025-12-11', deploymentType: 'GlobalStandard' },
      },
    },
    registerProvider: { body: { session, subscriptionId: ids.main } },
    plan: { body: { session, request } },
    startRun: { body: { session, runId: someRunId, request } },
    runs: {},
    run: { runId: someRunId },
    resumeRun: { runId: someRunId, body: { session, request } },
    changeSize: {
      runId: someRunId,
      body: { session, changeId: someChangeId, capacity: 200, dryRun: true },
    },
    defaultModel: { runId: someRunId },
    useDefaultModel: { runId: someRunId, body: { on: true, replaces: 'other' } },
    ask: { runId: someRunId, body: { question: 'Which index is the largest?' } },
    undoRun: { runId: someRunId, body: { session, dryRun: true, confirmed: ['target'] } },
  };
  return inputs[name];
}
