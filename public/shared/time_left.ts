import { i18n } from '@kbn/i18n';
import { formatNumber } from '../../common/words/format';

const moments = i18n.translate('azureOpenaiSetup.progress.moments', {
  defaultMessage: 'A few seconds left',
});

/** "About 30 seconds left", from milliseconds; rounded, because it is an estimate. */
export function formatLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 10_000) * 10;
  if (milliseconds < 5_000) return moments;
  if (seconds < 90) {
    return i18n.translate('azureOpenaiSetup.progress.secondsLeft', {
      defaultMessage: 'About {seconds, plural, one {# second} other {# seconds}} left',
      values: { seconds },
    });
  }
  return i18n.translate('azureOpenaiSetup.progress.minutesLeft', {
    defaultMessage: 'About {minutes, plural, one {# minute} other {# minutes}} left',
    values: { minutes: Math.round(seconds / 60) },
  });
}

/** "2:10" from milliseconds. */
export function formatClock(milliseconds: number): string {
  const all = Math.max(0, Math.round(milliseconds / 1_000));
  const seconds = new Intl.NumberFormat(i18n.getLocale(), { minimumIntegerDigits: 2 });
  return `${formatNumber(Math.floor(all / 60))}:${seconds.format(all % 60)}`;
}
