import type { CheckId } from '../../check';
import { accountChecks } from './account_checks';
import type { Checked, CheckText } from './checked';
import { modelChecks } from './model_checks';
import { resourcesChecks } from './resources_checks';
import { targetChecks } from './target_checks';

/** The words of every check. One without words does not compile. */
export const checkText: Record<CheckId, CheckText> = {
  ...accountChecks,
  ...modelChecks,
  ...resourcesChecks,
  ...targetChecks,
};

/** The sentence for a passed check. */
export function passText(check: CheckId, checked: Checked): string {
  const { pass } = checkText[check];
  return typeof pass === 'string' ? pass : pass(checked);
}
