import { EuiAccordion, EuiIcon, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { CheckId, OpenVerdict, Verdict, VerdictStatus } from '../../common/check';
import { formatList } from '../../common/words/format';
import { checkRisk } from '../../common/words/check_risk';
import { checkText } from '../../common/words/check_text';
import { byRemedy, type OpenGroup, type VerdictGroup } from './one_callout';
import { ProblemCallout, type Severity } from './problem_callout';

interface VerdictListProps {
  verdicts: readonly Verdict[];
  /** The number of blocking problems, including those that are shown elsewhere. */
  problems?: number;
  /** A button for a problem that the page itself can solve. */
  renderAction?: (verdict: OpenVerdict) => ReactNode;
}

/** The order in which they matter. */
const order: ReadonlyArray<OpenVerdict['status']> = ['fail', 'unverified', 'warn'];

const severities: Record<OpenVerdict['status'], Severity> = {
  fail: 'danger',
  unverified: 'warning',
  warn: 'warning',
};

const countOf: Record<VerdictStatus, (count: number) => string> = {
  pass: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.passed', {
      defaultMessage: '{count, plural, one {# passed} other {# passed}}',
      values: { count },
    }),
  fail: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.failed', {
      defaultMessage: '{count, plural, one {# problem} other {# problems}}',
      values: { count },
    }),
  unverified: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.unverified', {
      defaultMessage: "{count, plural, one {# couldn't be checked} other {# couldn't be checked}}",
      values: { count },
    }),
  warn: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.warned', {
      defaultMessage: '{count, plural, one {# warning} other {# warnings}}',
      values: { count },
    }),
};

/** The words of a verdict's status. */
export const statusText: Record<VerdictStatus, string> = {
  pass: i18n.translate('azureOpenaiSetup.verdicts.status.pass', { defaultMessage: 'Passed' }),
  fail: i18n.translate('azureOpenaiSetup.verdicts.status.fail', { defaultMessage: 'Problem' }),
  unverified: i18n.translate('azureOpenaiSetup.verdicts.status.unverified', {
    defaultMessage: "Couldn't check",
  }),
  warn: i18n.translate('azureOpenaiSetup.verdicts.status.warn', { defaultMessage: 'Warning' }),
};

const withStatus = (verdicts: readonly VerdictGroup[], status: VerdictStatus) =>
  verdicts.filter((verdict) => verdict.status === status);

/** What blocks counts once for each remedy; a check that could not look is one that did not pass. */
const countOfGroup = (group: VerdictGroup): number =>
  group.status === 'unverified' ? 1 + (group.also?.length ?? 0) : 1;

/** "11 passed, 1 could not be checked, 1 warning". */
export function verdictCounts(found: readonly Verdict[], problems?: number): string {
  const verdicts = byRemedy(found);
  const shown: readonly VerdictStatus[] = ['pass', 'fail', 'unverified', 'warn'];
  const countWith = (status: VerdictStatus) =>
    (status === 'fail' ? problems : undefined) ??
    withStatus(verdicts, status).reduce((count, group) => count + countOfGroup(group), 0);
  return formatList(
    shown
      .map((status) => ({ status, count: countWith(status) }))
      .filter(({ status, count }) => count > 0 || status === 'pass')
      .map(({ status, count }) => countOf[status](count)),
  );
}

/** The rest is folded: hundreds of policies can object in one subscription. */
const shownAtOnce = 20;

/** The results of the checks: counts, then open problems, then folded passes. */
export function VerdictList({ verdicts, problems, renderAction }: VerdictListProps): ReactElement {
  return (
    <div data-test-subj="verdictList">
      <EuiText size="s">
        <p data-test-subj="verdictCounts">
          <strong>{verdictCounts(verdicts, problems)}</strong>
        </p>
      </EuiText>
      {verdicts.some(({ status }) => status !== 'pass') && <EuiSpacer size="m" />}
      <OpenVerdicts verdicts={verdicts} renderAction={renderAction} />
      <PassedVerdicts verdicts={withStatus(verdicts, 'pass')} />
    </div>
  );
}

/** What the checks found, grouped by remedy, the most important first. */
export function OpenVerdicts({
  verdicts,
  renderAction,
}: Omit<VerdictListProps, 'problems'>): ReactElement {
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
    values: { risk: checkRisk[check] },
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

function PassedVerdicts({ verdicts }: { verdicts: readonly Verdict[] }): ReactElement | null {
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
              <strong>{checkText[check].title}</strong> {checkText[check].pass}
            </p>
          </EuiText>
        ))}
      </EuiAccordion>
    </>
  );
}
