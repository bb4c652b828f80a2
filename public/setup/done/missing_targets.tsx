import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { targetTitleOf } from '../../../common/targets/inference_id';
import type { TargetKind } from '../../../common/targets/targets';
import { missingText } from './missing_text';

interface MissingTargetsProps {
  run: Run;
  missing: readonly TargetKind[];
  /** Opens the plan of a new setup with these values. */
  onSetUpAgain(values: SetupRequest): void;
}

/** Says which targets of a finished setup were deleted, and offers to create them again over the same deployment. */
export function MissingTargets(props: MissingTargetsProps): ReactElement {
  const { missing, onSetUpAgain } = props;
  const { request, runId } = props.run;
  const [first, ...others] = missing;
  const target = first && others.length === 0 ? first : request.target;
  // The consent to restore or purge an account was for that setup only.
  const { onDeletedAccount: _consent, ...values } = request;
  const titles = missing.map((kind) =>
    missingText.title[kind](targetTitleOf(kind, request, runId)),
  );
  return (
    <>
      <EuiCallOut
        color="warning"
        iconType="warning"
        title={titles.join(' ')}
        css={{ overflowWrap: 'anywhere' }}
        data-test-subj="missingTargets"
      >
        <p>{missingText.text}</p>
        <EuiButton
          size="s"
          color="warning"
          iconType="refresh"
          onClick={() => onSetUpAgain({ ...values, target })}
          data-test-subj="setUpAgain"
        >
          {missingText.again}
        </EuiButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
