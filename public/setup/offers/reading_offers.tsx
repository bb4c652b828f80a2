import { EuiSkeletonText, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';

/** Shows what is loading, because reading all regions takes a while. */
export function ReadingOffers({ count }: { count?: number }): ReactElement {
  return (
    <div data-test-subj="dataReading">
      <EuiText size="s" aria-live="polite">
        <p>
          {count === undefined
            ? i18n.translate('azureOpenaiSetup.data.readingAll', {
                defaultMessage: 'Reading models and quota in all regions',
              })
            : i18n.translate('azureOpenaiSetup.data.reading', {
                defaultMessage:
                  'Reading models and quota in {count, plural, one {# region} other {# regions}}',
                values: { count },
              })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiSkeletonText lines={10} />
    </div>
  );
}
