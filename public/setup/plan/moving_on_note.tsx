import { EuiSpacer, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import { movingOnText } from '../../../common/words/moving_on_words';
import { useMovingOn } from '../../api/moving_on';

/** The connector that this plan migrates. */
export function MovingOnNote({ connectorId }: { connectorId: string }): ReactElement | null {
  const { data } = useMovingOn();
  const name = data?.connectors.find(({ id }) => id === connectorId)?.name;
  if (name === undefined) return null;
  return (
    <>
      <EuiText size="s" css={{ overflowWrap: 'anywhere' }}>
        <p data-test-subj="movingOnNote">{movingOnText.plan(name)}</p>
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}
