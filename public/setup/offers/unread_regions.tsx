import { EuiButtonEmpty, EuiCallOut, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Offers } from '../../../common/models/offers';
import type { Options } from '../../../common/options';
import { formatList, regionName } from '../../../common/words/format';
import { problemText } from '../../../common/words/problems/problem_text';

export const readAgainText = i18n.translate('azureOpenaiSetup.data.readAgain', {
  defaultMessage: 'Read again',
});

interface UnreadRegionsProps {
  found: Offers;
  options: Options;
  again: { onClick(): void; loading: boolean };
}

/** The regions that could not be read, with the reasons. */
export function UnreadRegions({ found, options, again }: UnreadRegionsProps): ReactElement | null {
  const { unread, regions } = found;
  if (unread.length === 0) return null;
  const reasons = [...new Set(unread.map(({ problem }) => problemText(problem).title))];
  return (
    <EuiCallOut
      size="s"
      color="warning"
      iconType="warning"
      title={i18n.translate('azureOpenaiSetup.data.unread', {
        defaultMessage:
          '{read, number} of {regions, plural, one {# region} other {# regions}} read',
        values: { read: regions - unread.length, regions },
      })}
      data-test-subj="dataUnread"
    >
      <EuiText size="s">
        <p>
          {i18n.translate('azureOpenaiSetup.data.unreadNames', {
            defaultMessage: 'Missing: {names}. {reasons}.',
            values: {
              names: formatList(unread.map(({ location }) => regionName(location, options))),
              reasons: reasons.join(' · '),
            },
          })}
        </p>
      </EuiText>
      <EuiButtonEmpty
        size="s"
        iconType="refresh"
        flush="left"
        isLoading={again.loading}
        onClick={again.onClick}
        data-test-subj="dataReadAgain"
      >
        {readAgainText}
      </EuiButtonEmpty>
    </EuiCallOut>
  );
}
