import { EuiIcon, EuiText } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { ModelDrawback } from '../../../common/options';
import { drawbackText } from '../../../common/words/model_text';

/** The score already shows it. */
const isInScore = (drawback: ModelDrawback) => drawback === 'not_rated';

/** The drawbacks of a model, one line each. */
export function Drawbacks({ drawbacks }: { drawbacks: readonly ModelDrawback[] }): ReactElement {
  return (
    <>
      {drawbacks
        .filter((drawback) => !isInScore(drawback))
        .map((drawback) => (
          <EuiText key={drawback} size="xs" data-test-subj={`modelDrawback-${drawback}`}>
            <EuiIcon type="warning" size="s" color="warning" aria-hidden={true} />{' '}
            {drawbackText[drawback]}
          </EuiText>
        ))}
    </>
  );
}
