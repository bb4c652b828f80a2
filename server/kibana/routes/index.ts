import type { RouteName } from '../../../common/routes';
import { registerApplication } from './sign_in/application';
import { registerAsk } from './ask';
import { registerChangeSize } from './runs/change_size';
import { registerMigration, registerReusedValues } from './migration';
import { registerDefaultModel, registerUseDefaultModel } from './default_model';
import { registerEnvironment } from './environment';
import { registerOffers } from './offers';
import { registerOptions } from './options';
import { registerPlan } from './plan';
import { registerPollSignIn } from './sign_in/poll_sign_in';
import { registerPrices } from './prices';
import { registerRecommendation } from './recommendation';
import { registerRegisterProvider } from './register_provider';
import { registerResumeRun } from './runs/resume_run';
import { registerRun } from './runs/run';
import { registerRuns } from './runs/runs';
import type { RouteContext } from '../http/route_context';
import { registerSignIn } from './sign_in/sign_in';
import { registerStartRun } from './runs/start_run';
import { registerUndoRun } from './runs/undo_run';

/** All routes; their table is `common/routes.ts`. */
const registrations: Record<RouteName, (context: RouteContext) => void> = {
  signIn: registerSignIn,
  pollSignIn: registerPollSignIn,
  application: registerApplication,
  environment: registerEnvironment,
  options: registerOptions,
  migration: registerMigration,
  reusedValues: registerReusedValues,
  offers: registerOffers,
  recommendation: registerRecommendation,
  prices: registerPrices,
  registerProvider: registerRegisterProvider,
  plan: registerPlan,
  startRun: registerStartRun,
  runs: registerRuns,
  run: registerRun,
  resumeRun: registerResumeRun,
  undoRun: registerUndoRun,
  changeSize: registerChangeSize,
  defaultModel: registerDefaultModel,
  useDefaultModel: registerUseDefaultModel,
  ask: registerAsk,
};

export const registerRoutes = (context: RouteContext): void =>
  Object.values(registrations).forEach((register) => register(context));
