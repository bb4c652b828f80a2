import type { ReactElement } from 'react';
import { Screen } from '../shell/screen';
import { SetUpStep, type SetUpStepProps } from './set_up_step';

export function ProgressScreen(
  props: SetUpStepProps & { onStop(): void; onAnother(): void; onChangeValues(): void },
): ReactElement {
  return (
    <Screen title="Set up">
      <SetUpStep {...props} />
    </Screen>
  );
}
