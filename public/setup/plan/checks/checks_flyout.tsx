import { EuiButtonEmpty, EuiCode, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Options } from '../../../../common/options';
import type { Plan } from '../../../../common/plan';
import { modelCallerOf } from '../../../../common/targets/targets';
import type { SetupRequest } from '../../../../common/setup_request';
import { Flyout } from '../../../shared/flyout';
import { VerdictList } from '../../../shared/problems/verdict_list';
import { PageActionsProvider, usePageActions, type PageActions } from '../../screen/page_actions';
import { findingActions } from './plan_problems';
import { countObstacles } from '../primary_button';

interface ChecksFlyoutProps {
  request: SetupRequest;
  plan: Plan;
  options: Options;
  onCheckAgain(): void;
  onClose(): void;
}

/** All checks with their results, open ones first. */
export function ChecksFlyout(props: ChecksFlyoutProps): ReactElement {
  const { request, plan, options, onCheckAgain, onClose } = props;
  return (
    <Flyout
      title={i18n.translate('azureOpenaiSetup.plan.checks.title', { defaultMessage: 'Checks' })}
      onClose={onClose}
      testSubj="checksFlyout"
      footer={
        <EuiButtonEmpty
          size="s"
          flush="left"
          iconType="refresh"
          onClick={() => {
            onClose();
            onCheckAgain();
          }}
          data-test-subj="checkAgain"
        >
          {i18n.translate('azureOpenaiSetup.review.checkAgain', {
            defaultMessage: 'Check again',
          })}
        </EuiButtonEmpty>
      }
    >
      <PageActionsProvider value={useClosing(onClose)}>
        <VerdictList
          verdicts={plan.verdicts}
          checked={{ request, steps: plan.steps }}
          problems={countObstacles(plan)}
          renderAction={(finding) => findingActions(finding, options, onClose)}
        />
      </PageActionsProvider>
      <EuiSpacer size="l" />
      <EuiText size="s" color="subdued">
        <p>
          {i18n.translate('azureOpenaiSetup.review.apiUrl', {
            defaultMessage: 'URL that will be called:',
          })}{' '}
          <EuiCode css={{ overflowWrap: 'anywhere' }}>{plan.targetUrl}</EuiCode>
        </p>
        {modelCallerOf(request) !== 'kibana' && (
          <p>
            {i18n.translate('azureOpenaiSetup.review.elasticsearchTests', {
              defaultMessage:
                'Elasticsearch tests the connection when it creates the inference endpoint.',
            })}
          </p>
        )}
      </EuiText>
    </Flyout>
  );
}

/** The page's actions, which also close the flyout. */
function useClosing(onClose: () => void): PageActions {
  const actions = usePageActions();
  return useMemo(
    () => ({
      ...actions,
      openField: (field) => {
        onClose();
        actions.openField(field);
      },
    }),
    [actions, onClose],
  );
}
