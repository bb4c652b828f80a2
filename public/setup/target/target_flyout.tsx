import { EuiText } from '@elastic/eui';
import { useState, type ReactElement } from 'react';
import { targetChoices, type TargetChoice } from '../../../common/targets/targets';
import type { FormStepProps } from '../form/form_step';
import { PlanFlyout } from '../plan_row/plan_flyout';
import { saveValue } from '../form/save_value';
import { TargetCard } from './target_card';
import { useTargetAdvice } from './target_facts';
import { targetText } from './target_text';

interface TargetFlyoutProps {
  step: FormStepProps;
  onClose(): void;
}

/** The choice between connector, inference endpoint and both. */
export function TargetFlyout({ step, onClose }: TargetFlyoutProps): ReactElement {
  const [picked, pick] = useState<TargetChoice>(step.request.target);
  const found = useTargetAdvice(step);
  const save = () => {
    saveValue(step, 'target', picked);
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
            found={found}
            isPicked={picked === choice}
            pick={() => pick(choice)}
          />
        ))}
      </fieldset>
    </PlanFlyout>
  );
}
