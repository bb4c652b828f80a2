import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { OpenVerdict } from '../../../common/check';
import { checkText } from '../../../common/words/checks/check_text';
import { byRemedy } from '../../shared/problems/one_callout';
import { ProblemCallout } from '../../shared/problems/problem_callout';
import { NoConnectorPrivilege } from '../../shared/problems/required_privilege';

interface KibanaBlockersProps {
  verdicts: readonly OpenVerdict[];
  /** Present if setup cannot succeed; reads Kibana again. */
  again?: { onClick(): void; loading: boolean };
}

/** Problems in Kibana itself, shown before sign-in. */
export function KibanaBlockers({ verdicts, again }: KibanaBlockersProps): ReactElement {
  const open = byRemedy(verdicts).flatMap((verdict) =>
    verdict.status === 'pass' ? [] : [verdict],
  );
  return (
    <div data-test-subj="kibanaBlockers">
      {again && <NotReady {...again} />}
      {open.map((verdict, index) => (
        <div key={`${verdict.check}-${index}`}>
          <Blocker verdict={verdict} />
          <EuiSpacer size="m" />
        </div>
      ))}
    </div>
  );
}

function NotReady({ onClick, loading }: { onClick(): void; loading: boolean }): ReactElement {
  return (
    <>
      <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false} wrap>
        <EuiFlexItem>
          <EuiText>
            <p>
              <strong>
                {i18n.translate('azureOpenaiSetup.signIn.notReady', {
                  defaultMessage: "Kibana isn't ready for setup.",
                })}
              </strong>{' '}
              {i18n.translate('azureOpenaiSetup.signIn.notReadyMore', {
                defaultMessage: 'Solve this to sign in.',
              })}
            </p>
          </EuiText>
        </EuiFlexItem>
        <EuiButton
          fill
          iconType="refresh"
          isLoading={loading}
          onClick={() => onClick()}
          data-test-subj="checkKibanaAgain"
        >
          {i18n.translate('azureOpenaiSetup.signIn.checkAgain', {
            defaultMessage: 'Check again',
          })}
        </EuiButton>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
    </>
  );
}

function Blocker({ verdict }: { verdict: OpenVerdict }): ReactElement {
  const { check, status, problem } = verdict;
  if (problem.code === 'connector_privilege_missing') return <NoConnectorPrivilege />;
  return (
    <ProblemCallout
      problem={problem}
      severity={status === 'fail' ? 'danger' : 'warning'}
      {...(status === 'unverified' && { note: checkText[check].risk })}
    />
  );
}
