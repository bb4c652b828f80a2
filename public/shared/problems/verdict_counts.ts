import { i18n } from '@kbn/i18n';
import type { Verdict, VerdictStatus } from '../../../common/check';
import { formatList } from '../../../common/words/format';
import { byRemedy, type VerdictGroup } from './one_callout';

const countOf: Record<VerdictStatus, (count: number) => string> = {
  pass: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.passed', {
      defaultMessage: '{count, plural, one {# check passed} other {# checks passed}}',
      values: { count },
    }),
  fail: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.failed', {
      defaultMessage: '{count, plural, one {# problem} other {# problems}}',
      values: { count },
    }),
  unverified: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.unverified', {
      defaultMessage:
        "{count, plural, one {# couldn't be completed} other {# couldn't be completed}}",
      values: { count },
    }),
  warn: (count) =>
    i18n.translate('azureOpenaiSetup.verdicts.warned', {
      defaultMessage: '{count, plural, one {# warning} other {# warnings}}',
      values: { count },
    }),
};

/** The label of a verdict's status. */
export const statusText: Record<VerdictStatus, string> = {
  pass: i18n.translate('azureOpenaiSetup.verdicts.status.pass', { defaultMessage: 'Passed' }),
  fail: i18n.translate('azureOpenaiSetup.verdicts.status.fail', { defaultMessage: 'Problem' }),
  unverified: i18n.translate('azureOpenaiSetup.verdicts.status.unverified', {
    defaultMessage: "Couldn't check",
  }),
  warn: i18n.translate('azureOpenaiSetup.verdicts.status.warn', { defaultMessage: 'Warning' }),
};

export const withStatus = (verdicts: readonly VerdictGroup[], status: VerdictStatus) =>
  verdicts.filter((verdict) => verdict.status === status);

/** Counts blocking problems once for each remedy; unverified checks do not count as passed. */
const countOfGroup = (group: VerdictGroup): number =>
  group.status === 'unverified' ? 1 + (group.also?.length ?? 0) : 1;

/** "11 checks passed, 1 couldn't be completed, 1 warning". */
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
