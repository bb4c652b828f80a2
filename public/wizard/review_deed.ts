import { i18n } from '@kbn/i18n';
import type { Options } from '../../common/options';
import { blockers, type Plan, type StepId } from '../../common/plan';
import type { SetupRequest } from '../../common/setup_request';
import { regionName } from './format';

/** What stays when setup has finished; a registration and a question make no resource. */
const resources: ReadonlySet<StepId> = new Set([
  'resource_group',
  'account',
  'model_deployment',
  'connector',
]);

/** "Set up: create 4 resources in East US 2" */
export const deedText = (plan: Plan, request: SetupRequest, options: Options): string =>
  i18n.translate('azureOpenaiSetup.wizard.review.deed', {
    defaultMessage:
      'Set up: create {count, plural, one {# resource} other {# resources}} in {region}',
    values: {
      count: plan.steps.filter(({ step, action }) => action === 'create' && resources.has(step))
        .length,
      region: regionName(request.location, options),
    },
  });

/** Why the deed cannot be done now. */
export function deedObstacle(plan: Plan | undefined, loading: boolean): string | undefined {
  if (loading || !plan) {
    return loading
      ? i18n.translate('azureOpenaiSetup.wizard.review.checking', {
          defaultMessage: 'Checking what is there already.',
        })
      : i18n.translate('azureOpenaiSetup.wizard.review.noPlan', {
          defaultMessage: 'There is no plan yet.',
        });
  }
  const count = blockers(plan).length;
  if (count === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.wizard.review.blocked', {
    defaultMessage: 'Solve {count, plural, one {# problem} other {# problems}} first.',
    values: { count },
  });
}
