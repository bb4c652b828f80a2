import { EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Fix } from '../../../common/check';
import type { Options } from '../../../common/options';
import type { Plan } from '../../../common/plan';
import type { Problem } from '../../../common/problem';
import { isSetupField } from '../../../common/words/field_text';
import { stepText } from '../../../common/words/step_text';
import { byOneRemedy, byRemedy } from '../../shared/one_callout';
import { ProblemCallout } from '../../shared/problem_callout';
import { OpenVerdicts } from '../../shared/verdict_list';
import { needsSignIn, ProblemActions } from '../shell/page_problem';
import { PlanFixes } from './plan_fixes';

interface PlanProblemsProps {
  /** Absent while the plan is being checked; the fix that the person chose stays in view. */
  plan?: Plan;
  options: Options;
}

/** The finding of a check, or a step in conflict. */
interface Finding {
  problem?: Problem;
  fixes?: Fix[];
}

/** The buttons that solve a finding. */
export function findingActions(
  { problem, fixes = [] }: Finding,
  options: Options,
  onApplied: (text: string) => void,
): ReactNode {
  const isOurs = problem && (isSetupField(problem.field) || needsSignIn(problem));
  if (fixes.length === 0 && !isOurs) return undefined;
  return (
    <>
      <PlanFixes
        fixes={fixes}
        {...(problem && { problem })}
        options={options}
        onApplied={onApplied}
      />
      {isOurs && <ProblemActions problem={problem} />}
    </>
  );
}

/** What blocks the plan, above everything else: conflicts of steps, then failed checks. */
export function PlanProblems({ plan, options }: PlanProblemsProps): ReactElement {
  const [applied, setApplied] = useState<AppliedFix>();
  const onApplied = (text: string) =>
    setApplied((before) => ({ text, count: (before?.count ?? 0) + 1 }));
  const failed = byRemedy(plan?.verdicts ?? []).filter(({ status }) => status === 'fail');
  const steps = plan?.steps ?? [];
  const left = byOneRemedy([
    ...failed.flatMap(({ problem }) => problem ?? []),
    ...steps.flatMap(({ problem }) => problem ?? []),
  ]);
  const conflicts = steps.flatMap((step) =>
    step.action === 'conflict' && left.includes(step.problem) ? [step] : [],
  );
  const renderAction = (finding: Finding) => findingActions(finding, options, onApplied);
  return (
    <>
      {applied && <Applied fix={applied} />}
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
      {failed.length > 0 && (
        <>
          <OpenVerdicts verdicts={failed} renderAction={renderAction} />
          <EuiSpacer size="m" />
        </>
      )}
    </>
  );
}

interface AppliedFix {
  text: string;
  /** Changes when the same fix is pressed again. */
  count: number;
}

/** Takes the focus from the removed button, and says what it did. */
function Applied({ fix }: { fix: AppliedFix }): ReactElement {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), [fix]);
  return (
    <EuiText size="s">
      <p ref={line} tabIndex={-1} data-test-subj="appliedFix">
        {i18n.translate('azureOpenaiSetup.wizard.review.applied', {
          defaultMessage: 'Applied: {fix}. Checks are running again.',
          values: { fix: fix.text },
        })}
      </p>
      <EuiSpacer size="m" />
    </EuiText>
  );
}
