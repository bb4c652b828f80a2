import { EuiButtonEmpty, EuiIcon, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Offers } from '../../../common/offers';
import type { Options } from '../../../common/options';
import { problemText } from '../../../common/words/problems/problem_text';
import { formatList, regionName } from '../../../common/words/format';
import { offerText } from './offer_text';

interface UnreadRegionsProps {
  found: Offers;
  options: Options;
  again: { onClick(): void; loading: boolean };
}

/** The regions that the list leaves out, with the reasons. */
export function UnreadRegions({ found, options, again }: UnreadRegionsProps): ReactElement | null {
  const { unread } = found;
  if (unread.length === 0) return null;
  const reasons = [...new Set(unread.map(({ problem }) => problemText(problem).title))];
  return (
    <EuiText size="s" data-test-subj="offersUnread">
      <p>
        <EuiIcon type="warning" color="warning" aria-hidden={true} />{' '}
        {i18n.translate('azureOpenaiSetup.offers.unread', {
          defaultMessage:
            'Could not look at {count, plural, one {# region} other {# regions}}: {names}. {reasons}.',
          values: {
            count: unread.length,
            names: formatList(unread.map(({ location }) => regionName(location, options))),
            reasons: reasons.join(' · '),
          },
        })}{' '}
        <EuiButtonEmpty
          size="xs"
          iconType="refresh"
          flush="both"
          isLoading={again.loading}
          onClick={again.onClick}
          data-test-subj="offersLookAgain"
        >
          {offerText.lookAgain}
        </EuiButtonEmpty>
      </p>
    </EuiText>
  );
}
