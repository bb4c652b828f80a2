import { EuiText } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { targetChoices, type TargetChoice } from '../../../common/targets';
import type { FormStepProps } from '../form/form_step';
import { PlanFlyout } from '../plan/rows/plan_flyout';
import { TargetCard } from './target_card';
import { useTargetAdvice } from './target_facts';
import { targetText } from './target_text';

interface TargetFlyoutProps {
  step: FormStepProps;
  onClose(): void;
}

/** The connector, the inference endpoint, or both: each with what it means. */
export function TargetFlyout({ step, onClose }: TargetFlyoutProps): ReactElement {
  const [picked, pick] = useState<TargetChoice>(step.request.target);
  const found = useTargetAdvice(step);
  const save = () => {
    saveTarget(step, picked);
    onClose();
  };
  return (
    <PlanFlyout title={targetText.title} onSave={save} onClose={onClose} testSubj="targetFlyout">
      <EuiText size="s" color="subdued">
        <p>{targetText.intro}</p>
      </EuiText>
      <fieldset css={{ marginBlockStart: 16 }}>
        <legend className="euiScreenReaderOnly">{targetText.title}</legend>
        {targetChoices.map((choice) => (
          <TargetCard
            key={choice}
            choice={choice}
            request={step.request}
            {...(found && { found })}
            isPicked={picked === choice}
            pick={() => pick(choice)}
          />
        ))}
      </fieldset>
    </PlanFlyout>
  );
}

/** The recommended target is given back to the recommendation, so that it follows other changes. */
function saveTarget(step: FormStepProps, target: TargetChoice): void {
  const { request, recommendation, update, reset } = step;
  if (target === request.target) return;
  const isRecommended =
    target === recommendation.request.target &&
    recommendation.reasons.target.code !== 'chosen_by_you';
  if (isRecommended) reset(['target']);
  else update({ target });
}
