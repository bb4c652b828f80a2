import {
  EuiButtonEmpty,
  EuiCode,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSkeletonText,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Fix } from '../../../common/check';
import type { Options } from '../../../common/options';
import type { Plan } from '../../../common/plan';
import type { Problem } from '../../../common/problem';
import { verdictCounts, VerdictList } from '../../shared/verdict_list';
import { isSetupField } from '../../../common/words/field_text';
import { countObstacles } from './primary_button';
import { ReviewFixes } from './review_fixes';
import { ReviewRows } from './review_rows';
import { useAnnounce } from '../shell/page_actions';
import { needsSignIn, ProblemActions, PageProblem } from '../shell/page_problem';

export interface ReviewStepProps {
  plan?: Plan;
  problem?: Problem;
  loading: boolean;
  onCheckAgain(): void;
  options: Options;
}

export function ReviewStep(props: ReviewStepProps): ReactElement {
  const [applied, setApplied] = useState<AppliedFix>();
  const onApplied = (text: string) =>
    setApplied((before) => ({ text, count: (before?.count ?? 0) + 1 }));
  return (
    <>
      {applied && <Applied fix={applied} />}
      <Findings {...props} onApplied={onApplied} />
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
          defaultMessage: 'You chose: {fix}. Everything is checked again.',
          values: { fix: fix.text },
        })}
      </p>
      <EuiSpacer size="m" />
    </EuiText>
  );
}

/** The finding of a check, or a step in conflict. */
interface Remediable {
  problem?: Problem;
  fixes?: Fix[];
}

function Findings(props: ReviewStepProps & { onApplied(text: string): void }): ReactElement {
  const { plan, problem, loading, onCheckAgain, options, onApplied } = props;
  const problems = plan ? countObstacles(plan) : 0;
  useAnnounce(plan && !loading ? verdictCounts(plan.verdicts, problems) : '');
  if (problem && !loading) {
    return (
      <PageProblem
        problem={problem}
        retry={{ onClick: onCheckAgain, testSubj: 'planTryAgain' }}
      />
    );
  }
  if (!plan) return <EuiSkeletonText lines={10} />;
  const renderAction = ({ problem: found, fixes = [] }: Remediable) => {
    const isOurs = found && (isSetupField(found.field) || needsSignIn(found));
    if (fixes.length === 0 && !isOurs) return undefined;
    return (
      <>
        <ReviewFixes
          fixes={fixes}
          {...(found && { problem: found })}
          options={options}
          onApplied={onApplied}
        />
        {isOurs && <ProblemActions problem={found} />}
      </>
    );
  };
  return (
    <>
      <Subtitle
        text={i18n.translate('azureOpenaiSetup.wizard.review.whatHappens', {
          defaultMessage: 'What will happen',
        })}
      />
      <ReviewRows steps={plan.steps} options={options} renderAction={renderAction} />
      <EuiSpacer size="s" />
      <EuiText size="s" color="subdued">
        {i18n.translate('azureOpenaiSetup.wizard.review.apiUrl', {
          defaultMessage: 'The connector will call this URL:',
        })}{' '}
        <EuiCode css={{ overflowWrap: 'anywhere' }}>{plan.targetUrl}</EuiCode>
      </EuiText>
      <EuiSpacer size="l" />
      <CheckedTitle loading={loading} onCheckAgain={onCheckAgain} />
      <VerdictList verdicts={plan.verdicts} problems={problems} renderAction={renderAction} />
    </>
  );
}

function Subtitle({ text }: { text: string }): ReactElement {
  return (
    <EuiTitle size="xs">
      <h3>{text}</h3>
    </EuiTitle>
  );
}

interface CheckedTitleProps {
  loading: boolean;
  onCheckAgain(): void;
}

function CheckedTitle({ loading, onCheckAgain }: CheckedTitleProps): ReactElement {
  return (
    <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false}>
      <EuiFlexItem grow={false}>
        <Subtitle
          text={i18n.translate('azureOpenaiSetup.wizard.review.checked', {
            defaultMessage: 'Checked',
          })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="refresh"
          isLoading={loading}
          onClick={() => onCheckAgain()}
          data-test-subj="checkAgain"
        >
          {i18n.translate('azureOpenaiSetup.wizard.review.checkAgain', {
            defaultMessage: 'Check again',
          })}
        </EuiButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
