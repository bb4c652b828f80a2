import { registerApplication } from './application';
import { registerAsk } from './ask';
import { registerChangeSize } from './change_size';
import { registerMigration, registerReusedValues } from './migration';
import { registerDefaultModel, registerUseDefaultModel } from './default_model';
import { registerEnvironment } from './environment';
import { registerOffers } from './offers';
import { registerOptions } from './options';
import { registerPlan } from './plan';
import { registerPollSignIn } from './poll_sign_in';
import { registerPrices } from './prices';
import { registerRecommendation } from './recommendation';
import { registerRegisterProvider } from './register_provider';
import { registerResumeRun } from './resume_run';
import { registerRun } from './run';
import { registerRuns } from './runs';
import type { RouteContext } from './route_context';
import { registerSignIn } from './sign_in';
import { registerStartRun } from './start_run';
import { registerUndoRun } from './undo_run';

/** All routes; their table is `common/routes.ts`. */
export function registerRoutes(context: RouteContext): void {
  registerSignIn(context);
  registerPollSignIn(context);
  registerApplication(context);
  registerEnvironment(context);
  registerOptions(context);
  registerMigration(context);
  registerReusedValues(context);
  registerOffers(context);
  registerRecommendation(context);
  registerPrices(context);
  registerRegisterProvider(context);
  registerPlan(context);
  registerStartRun(context);
  registerRuns(context);
  registerRun(context);
  registerResumeRun(context);
  registerUndoRun(context);
  registerChangeSize(context);
  registerDefaultModel(context);
  registerUseDefaultModel(context);
  registerAsk(context);
}
