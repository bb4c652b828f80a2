import type { ReactElement } from 'react';
import type { SignedIn } from '../../../common/sign_in';
import { Screen } from '../shell/screen';
import { ChangeSize } from './change_size';
import { DoneStep, type DoneStepProps } from './done_step';

export function DoneScreen(
  props: DoneStepProps & { session?: SignedIn; onAnother(): void },
): ReactElement {
  return (
    <Screen title="Done">
      <DoneStep {...props} />
      <ChangeSize run={props.run} session={props.session} />
    </Screen>
  );
}
