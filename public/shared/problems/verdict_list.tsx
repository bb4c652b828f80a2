import { EuiAccordion, EuiIcon, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { CheckId, OpenVerdict, Verdict } from '../../../common/check';
import { formatList } from '../../../common/words/format';
import { checkText, passText } from '../../../common/words/checks/check_text';
import type { Checked } from '../../../common/words/checks/checked';
import { byRemedy, type OpenGroup } from './one_callout';
import { ProblemCallout, type Severity } from './problem_callout';
import { statusText, verdictCounts, withStatus } from './verdict_counts';

interface VerdictListProps {
  verdicts: readonly Verdict[];
  /** The checked steps; if absent, passed checks are not listed. */
  checked?: Checked;
  /** The number of blocking problems, including those that are shown elsewhere. */
  problems?: number;
  /** Renders a button for a problem that the page can solve. */
  renderAction?: (verdict: OpenVerdict) => ReactNode;
}

/** Most important first. */
const order: ReadonlyArray<OpenVerdict['status']> = ['fail', 'unverified', 'warn'];

const severities: Record<OpenVerdict['status'], Severity> = {
  fail: 'danger',
  unverified: 'warning',
  warn: 'warning',
};

/** Collapses the rest, because hundreds of policies can apply to one subscription. */
const shownAtOnce = 20;

/** The results of the checks: counts, open problems, and collapsed passes. */
export function VerdictList(props: VerdictListProps): ReactElement {
  const { verdicts, checked, problems, renderAction } = props;
  return (
    <div data-test-subj="verdictList">
      <EuiText size="s">
        <p data-test-subj="verdictCounts">
          <strong>{verdictCounts(verdicts, problems)}</strong>
        </p>
      </EuiText>
      {verdicts.some(({ status }) => status !== 'pass') && <EuiSpacer size="m" />}
      <OpenVerdicts verdicts={verdicts} renderAction={renderAction} />
      {checked && <PassedVerdicts verdicts={withStatus(verdicts, 'pass')} checked={checked} />}
    </div>
  );
}

/** The findings of the checks, grouped by remedy, the most important first. */
export function OpenVerdicts({
  verdicts,
  renderAction,
}: Pick<VerdictListProps, 'verdicts' | 'renderAction'>): ReactElement {
  const unsorted = byRemedy(verdicts).filter((verdict) => verdict.status !== 'pass');
  const open = order.flatMap((status) => unsorted.filter((verdict) => verdict.status === status));
  const show = (verdict: OpenGroup, index: number) => (
    <OpenLine
      // One check can have several findings.
      key={`${verdict.check}-${index}`}
      verdict={verdict}
      isFirst={index === 0}
      action={renderAction?.(verdict)}
    />
  );
  return (
    <>
      {open.slice(0, shownAtOnce).map(show)}
      <MoreVerdicts verdicts={open.slice(shownAtOnce)} show={show} />
    </>
  );
}

const riskOf = (check: CheckId) =>
  i18n.translate('azureOpenaiSetup.verdicts.risk', {
    defaultMessage: 'Risk: {risk}',
    values: { risk: checkText[check].risk },
  });

interface OpenLineProps {
  verdict: OpenGroup;
  isFirst: boolean;
  action: ReactNode;
}

function OpenLine({ verdict, isFirst, action }: OpenLineProps): ReactElement {
  const { check, also = [], status, problem } = verdict;
  const checks = [check, ...also];
  return (
    <div data-test-subj={`verdict-${check}`} data-status={status}>
      {!isFirst && <EuiSpacer size="m" />}
      <EuiText size="xs" color="subdued">
        <p>
          {i18n.translate('azureOpenaiSetup.verdicts.line', {
            defaultMessage: '{status}: {check}',
            values: {
              status: statusText[status],
              check: formatList(checks.map((one) => checkText[one].title)),
            },
          })}
        </p>
      </EuiText>
      <EuiSpacer size="xs" />
      <ProblemCallout
        problem={problem}
        severity={severities[status]}
        actions={action}
        announce={false}
        {...(status === 'unverified' && { note: checks.map(riskOf).join(' ') })}
      />
    </div>
  );
}

function MoreVerdicts({
  verdicts,
  show,
}: {
  verdicts: readonly OpenGroup[];
  show(verdict: OpenGroup, index: number): ReactElement;
}): ReactElement | null {
  const id = useGeneratedHtmlId({ prefix: 'moreVerdicts' });
  const [isOpen, setIsOpen] = useState(false);
  if (verdicts.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiAccordion
        id={id}
        buttonContent={i18n.translate('azureOpenaiSetup.verdicts.showMore', {
          defaultMessage: '{count, plural, one {Show # more} other {Show # more}}',
          values: { count: verdicts.length },
        })}
        paddingSize="s"
        onToggle={setIsOpen}
        data-test-subj="moreVerdicts"
      >
        {isOpen && verdicts.map(show)}
      </EuiAccordion>
    </>
  );
}

function PassedVerdicts({
  verdicts,
  checked,
}: {
  verdicts: readonly Verdict[];
  checked: Checked;
}): ReactElement | null {
  const id = useGeneratedHtmlId({ prefix: 'passedChecks' });
  if (verdicts.length === 0) return null;
  return (
    <>
      <EuiSpacer size="m" />
      <EuiAccordion
        id={id}
        buttonContent={i18n.translate('azureOpenaiSetup.verdicts.showPassed', {
          defaultMessage: '{count, plural, one {Show # passed check} other {Show # passed checks}}',
          values: { count: verdicts.length },
        })}
        paddingSize="s"
        data-test-subj="passedChecks"
      >
        {verdicts.map(({ check, status }, index) => (
          <EuiText
            key={`${check}-${index}`}
            size="s"
            data-test-subj={`verdict-${check}`}
            data-status={status}
          >
            <p>
              <EuiIcon type="checkCircle" color="success" aria-label={statusText.pass} />{' '}
              <strong>{checkText[check].title}</strong> {passText(check, checked)}
            </p>
          </EuiText>
        ))}
      </EuiAccordion>
    </>
  );
}
