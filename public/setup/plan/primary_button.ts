import { i18n } from '@kbn/i18n';
import type { VerdictStatus } from '../../../common/check';
import type { Options } from '../../../common/options';
import { blockers, type Plan } from '../../../common/plan';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { byRemedy, isSame } from '../../shared/one_callout';
import { isCreation, resultOf } from '../../../common/steps';
import { regionName } from '../../../common/words/format';

/** "Set up: create 4 resources in East US 2"; what cannot be undone is said, too. */
export function primaryText(plan: Plan, request: SetupRequest, options: Options): string {
  const made = plan.steps.filter(({ step, action }) => action === 'create' && isCreation(step));
  const values = { count: made.length, region: regionName(request.location, options) };
  const purges = made.some((step) => step.action === 'create' && step.onDeleted === 'purge');
  // Then Azure creates nothing, in no region.
  if (made.length === 1 && made.every(({ step }) => resultOf(step) === 'kibana_object')) {
    return i18n.translate('azureOpenaiSetup.wizard.review.createConnector', {
      defaultMessage: 'Set up: create 1 connector',
    });
  }
  return purges
    ? i18n.translate('azureOpenaiSetup.wizard.review.purgeAndCreate', {
        defaultMessage:
          'Set up: purge 1 resource, create {count, plural, one {# resource} other {# resources}} in {region}',
        values,
      })
    : i18n.translate('azureOpenaiSetup.wizard.review.createResources', {
        defaultMessage:
          'Set up: create {count, plural, one {# resource} other {# resources}} in {region}',
        values,
      });
}

const withoutRepeats = (problems: readonly Problem[]): Problem[] =>
  problems.filter((one, index) => problems.findIndex((other) => isSame(one, other)) === index);

/** The number of blocking problems. A step and a check can report the same one. */
export const countObstacles = ({ verdicts, ...plan }: Plan): number =>
  withoutRepeats(blockers({ ...plan, verdicts: byRemedy(verdicts) })).length;

/** The reason why the primary button is disabled. */
export function primaryObstacle(plan: Plan | undefined, loading: boolean): string | undefined {
  if (loading || !plan) {
    return loading
      ? i18n.translate('azureOpenaiSetup.wizard.review.checking', {
          defaultMessage: 'Checking what is there already.',
        })
      : i18n.translate('azureOpenaiSetup.wizard.review.noPlan', {
          defaultMessage: 'There is no plan yet.',
        });
  }
  const count = countObstacles(plan);
  if (count === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.wizard.review.blocked', {
    defaultMessage: 'Solve {count, plural, one {# problem} other {# problems}} first.',
    values: { count },
  });
}

/** "2 warnings: read them first", when nothing blocks setup. */
export function primaryNote(plan: Plan): string | undefined {
  const verdicts = byRemedy(plan.verdicts);
  const count = (wanted: VerdictStatus) =>
    verdicts.filter(({ status }) => status === wanted).length;
  const values = { warnings: count('warn'), unverified: count('unverified') };
  if (values.warnings > 0 && values.unverified > 0) {
    return i18n.translate('azureOpenaiSetup.wizard.review.readBoth', {
      defaultMessage:
        '{warnings, plural, one {# warning} other {# warnings}} and {unverified, plural, one {# not checked} other {# not checked}}: read them first',
      values,
    });
  }
  if (values.unverified > 0) {
    return i18n.translate('azureOpenaiSetup.wizard.review.readUnverified', {
      defaultMessage:
        '{unverified, plural, one {# could not be checked: read what could still go wrong first} other {# could not be checked: read what could still go wrong first}}',
      values,
    });
  }
  if (values.warnings === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.wizard.review.readWarnings', {
    defaultMessage:
      '{warnings, plural, one {# warning: read it first} other {# warnings: read them first}}',
    values,
  });
}
