import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Fix } from '../../../../common/check';
import { isEqual } from '../../../../common/values/json';
import type { Options } from '../../../../common/options';
import type { Plan } from '../../../../common/plan';
import type { Problem } from '../../../../common/problem';
import { fixText } from '../../../../common/words/fix_text';
import { stepText } from '../../../../common/words/step_text';
import { byOneRemedy, byRemedy } from '../../../shared/problems/one_callout';
import { ProblemCallout } from '../../../shared/problems/problem_callout';
import { OpenVerdicts } from '../../../shared/problems/verdict_list';
import { isSolvedHere, ProblemActions } from '../../screen/problem_actions';
import { PlanFixes } from './plan_fixes';

interface PlanProblemsProps {
  /** Absent while the plan is being checked; the applied fix stays visible. */
  plan?: Plan;
  options: Options;
  /** True if the first solvable problem has the screen's primary button. */
  main: boolean;
}

/** The finding of a check, or a step in conflict. */
interface Finding {
  problem?: Problem;
  fixes?: Fix[];
}

const hasActions = ({ problem, fixes = [] }: Finding): boolean =>
  fixes.length > 0 || isSolvedHere(problem);

/** The buttons that solve a finding. */
export function findingActions(
  { problem, fixes = [] }: Finding,
  options: Options,
  onApplied: (fix: Fix) => void,
  main = false,
): ReactNode {
  if (!hasActions({ problem, fixes })) return undefined;
  return (
    <>
      <PlanFixes
        fixes={fixes}
        problem={problem}
        options={options}
        main={main}
        onApplied={onApplied}
      />
      {problem && isSolvedHere(problem) && (
        <ProblemActions problem={problem} main={main && fixes.length === 0} />
      )}
    </>
  );
}

/** True for a warning that the assistants will not work. */
const failsLater = (problem?: Problem): boolean =>
  problem?.code === 'parameter_unsupported' || problem?.code === 'model_needs_reasoning_effort';

/** The problems that block the plan, conflicts of steps before failed checks, and warnings that it leads to failures. */
export function PlanProblems({ plan, options, main }: PlanProblemsProps): ReactElement {
  const [applied, setApplied] = useState<{ fix: Fix }>();
  // A new object each time, so the same fix can be announced again.
  const onApplied = (fix: Fix) => setApplied({ fix });
  const shown = byRemedy(plan?.verdicts ?? []).filter(
    ({ status, problem }) => status === 'fail' || failsLater(problem),
  );
  const failed = shown.filter(({ status }) => status === 'fail');
  const steps = plan?.steps ?? [];
  const left = byOneRemedy([
    ...failed.flatMap(({ problem }) => problem ?? []),
    ...steps.flatMap(({ problem }) => problem ?? []),
  ]);
  const conflicts = steps.flatMap((step) =>
    step.action === 'conflict' && left.includes(step.problem) ? [step] : [],
  );
  const first = main ? [...conflicts, ...failed].find(hasActions)?.problem : undefined;
  const isUndone = shown.some(({ fixes = [] }) => fixes.some((fix) => isEqual(fix, applied?.fix)));
  const renderAction = (finding: Finding) =>
    findingActions(finding, options, onApplied, first !== undefined && finding.problem === first);
  return (
    <>
      {applied && !isUndone && (
        <Applied applied={applied} options={options} isChecking={plan === undefined} />
      )}
      {conflicts.map((step) => (
        <div key={step.step} data-test-subj={`conflict-${step.step}`}>
          <EuiText size="xs" color="subdued">
            <p>
              {stepText[step.step].title}: {step.name}
            </p>
          </EuiText>
          <ProblemCallout problem={step.problem} announce={false} actions={renderAction(step)} />
          <EuiSpacer size="m" />
        </div>
      ))}
      {shown.length > 0 && (
        <>
          <OpenVerdicts verdicts={shown} renderAction={renderAction} />
          <EuiSpacer size="m" />
        </>
      )}
    </>
  );
}

interface AppliedProps {
  applied: { fix: Fix };
  options: Options;
  isChecking: boolean;
}

/** Takes over the focus of the removed button, and announces the fix. */
function Applied({ applied, options, isChecking }: AppliedProps): ReactElement {
  const fix = fixText(applied.fix, options);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), [applied]);
  return (
    <EuiText size="s">
      <p ref={line} tabIndex={-1} data-test-subj="appliedFix">
        {isChecking
          ? i18n.translate('azureOpenaiSetup.review.applied', {
              defaultMessage: 'Applied: {fix}. Checks are running again.',
              values: { fix },
            })
          : i18n.translate('azureOpenaiSetup.review.appliedAndChecked', {
              defaultMessage: 'Applied: {fix}.',
              values: { fix },
            })}
      </p>
      <EuiSpacer size="m" />
    </EuiText>
  );
}
