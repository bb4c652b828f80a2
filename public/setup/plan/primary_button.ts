import { i18n } from '@kbn/i18n';
import type { VerdictStatus } from '../../../common/check';
import { blockers, type Plan } from '../../../common/plan';
import { byOneRemedy, byRemedy } from '../../shared/problems/one_callout';
import { isCreation, resultOf } from '../../../common/steps';
import { fieldText } from '../../../common/words/field_text';
import { formatList } from '../../../common/words/format';
import type { Form } from '../form/use_form';

/** "Create 4 resources", "Purge 1 and create 2": names what cannot be undone, too. */
export function primaryText(plan: Plan): string {
  const made = plan.steps.filter(({ step, action }) => action === 'create' && isCreation(step));
  const deleted = made.find((step) => step.action === 'create' && step.onDeleted);
  const onDeleted = deleted?.action === 'create' ? deleted.onDeleted : undefined;
  const count = made.length;
  if (onDeleted === 'purge') {
    return i18n.translate('azureOpenaiSetup.plan.purgeAndCreate', {
      defaultMessage: 'Purge 1 and create {count, plural, one {# resource} other {# resources}}',
      values: { count },
    });
  }
  if (onDeleted === 'restore') {
    return i18n.translate('azureOpenaiSetup.plan.restoreAndCreate', {
      defaultMessage: 'Restore 1 and create {count, plural, one {# resource} other {# resources}}',
      values: { count: count - 1 },
    });
  }
  const [only] = made;
  if (count === 1 && only?.step === 'inference_endpoint') {
    return i18n.translate('azureOpenaiSetup.plan.createEndpoint', {
      defaultMessage: 'Create 1 inference endpoint',
    });
  }
  if (count === 1 && only && resultOf(only.step) === 'kibana_object') {
    return i18n.translate('azureOpenaiSetup.plan.createConnector', {
      defaultMessage: 'Create 1 connector',
    });
  }
  return i18n.translate('azureOpenaiSetup.plan.createResources', {
    defaultMessage: 'Create {count, plural, one {# resource} other {# resources}}',
    values: { count },
  });
}

/** The reason why the request cannot be checked yet. */
export function formObstacle({ props, settling, problem }: Form): string | undefined {
  if (problem && !props) {
    return i18n.translate('azureOpenaiSetup.planButton.solveFirst', {
      defaultMessage: 'Solve the problem first.',
    });
  }
  if (!props || settling) {
    return i18n.translate('azureOpenaiSetup.planButton.settling', {
      defaultMessage: 'Checking your subscription\u2026',
    });
  }
  if (props.invalid.size === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.planButton.correct', {
    defaultMessage: 'Correct these fields first: {fields}.',
    values: { fields: formatList([...props.invalid].map((field) => fieldText[field].label)) },
  });
}

/** The number of blocking problems, without duplicates of steps and checks. */
export const countObstacles = ({ verdicts, ...plan }: Plan): number =>
  byOneRemedy(blockers({ ...plan, verdicts: byRemedy(verdicts) })).length;

/** The reason why the primary button is disabled. */
export function primaryObstacle(plan: Plan | undefined, loading: boolean): string | undefined {
  if (loading || !plan) {
    return loading
      ? i18n.translate('azureOpenaiSetup.review.checking', {
          defaultMessage: 'Checking existing resources.',
        })
      : i18n.translate('azureOpenaiSetup.review.noPlan', {
          defaultMessage: "The plan couldn't be loaded.",
        });
  }
  const count = countObstacles(plan);
  if (count === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.review.blocked', {
    defaultMessage: 'Solve {count, plural, one {# problem} other {# problems}} first.',
    values: { count },
  });
}

/** The note about warnings, if nothing blocks setup. */
export function primaryNote(plan: Plan): string | undefined {
  const verdicts = byRemedy(plan.verdicts);
  const count = (wanted: VerdictStatus) =>
    verdicts.filter(({ status }) => status === wanted).length;
  const values = { warnings: count('warn'), unverified: count('unverified') };
  if (values.warnings > 0 && values.unverified > 0) {
    return i18n.translate('azureOpenaiSetup.review.readBoth', {
      defaultMessage:
        "{warnings, plural, one {# warning} other {# warnings}}, and {unverified, plural, one {# check} other {# checks}} couldn't be completed. Review them before you continue.",
      values,
    });
  }
  if (values.unverified > 0) {
    return i18n.translate('azureOpenaiSetup.review.readUnverified', {
      defaultMessage:
        "{unverified, plural, one {# check couldn't be completed. Review it before you continue.} other {# checks couldn't be completed. Review them before you continue.}}",
      values,
    });
  }
  if (values.warnings === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.review.readWarnings', {
    defaultMessage:
      '{warnings, plural, one {# warning. Review it before you continue.} other {# warnings. Review them before you continue.}}',
    values,
  });
}
