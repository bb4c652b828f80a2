import { EuiButtonEmpty, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { Offer, Offers } from '../../../common/models/offers';
import { modelTitle, regionName } from '../../../common/words/format';
import { EmptyPrompt } from '../../shared/empty_prompt';
import { chosenAccount } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { useAnnounce } from '../screen/page_actions';
import { filterRows, isSameCell, noFilter, offersOfModel, regionRows, typesOf } from './data_cells';
import { DataFilterBar } from './data_filter';
import { DataTable } from './data_table';
import { dataText } from './data_text';
import { readAgainText, UnreadRegions } from '../offers/unread_regions';

interface DataChoiceProps {
  step: FormStepProps;
  found: Offers;
  again: { onClick(): void; loading: boolean };
  picked?: Offer;
  pick(offer: Offer): void;
}

/** The offers as a table with filters. */
export function DataChoice({ step, found, again, picked, pick }: DataChoiceProps): ReactElement {
  const { options, request } = step;
  const { modelName, modelVersion } = request;
  const fixedTo = chosenAccount(step)?.location;
  const [filter, setFilter] = useState(noFilter);
  const offers = useMemo(
    () =>
      offersOfModel(found.offers, { modelName, modelVersion }).filter(
        ({ location }) => fixedTo === undefined || location === fixedTo,
      ),
    [found.offers, modelName, modelVersion, fixedTo],
  );
  const rows = regionRows(offers, (location) => regionName(location, options));
  const shown = filterRows(rows, filter);
  const chosen = picked ?? offers.find((offer) => isSameCell(offer, request));
  useAnnounce(shownText(shown.length));
  return (
    <>
      {fixedTo !== undefined && <FixedRegion region={regionName(fixedTo, options)} />}
      <UnreadRegions found={found} options={options} again={again} />
      {found.unread.length > 0 && <EuiSpacer size="m" />}
      {found.quotaUnreadable && <QuotaUnreadable />}
      {rows.length > 1 && <DataFilterBar filter={filter} setFilter={setFilter} />}
      <EuiSpacer size="m" />
      {shown.length > 0 ? (
        <DataTable
          rows={shown}
          types={typesOf(filter.residency)}
          offers={offers}
          modelVersion={modelVersion}
          chosen={chosen}
          choose={pick}
        />
      ) : (
        <Nothing
          model={modelTitle(modelName)}
          filtered={rows.length > 0}
          showAll={() => setFilter(noFilter)}
          again={again}
        />
      )}
    </>
  );
}

const shownText = (count: number): string =>
  i18n.translate('azureOpenaiSetup.data.shown', {
    defaultMessage: '{count, plural, one {# region} other {# regions}} shown',
    values: { count },
  });

function FixedRegion({ region }: { region: string }): ReactElement {
  return (
    <>
      <EuiCallOut
        size="s"
        iconType="lock"
        title={i18n.translate('azureOpenaiSetup.data.fixedRegion', {
          defaultMessage: "The existing resource is in {region} and can't move",
          values: { region },
        })}
        data-test-subj="dataFixedRegion"
      />
      <EuiSpacer size="m" />
    </>
  );
}

function QuotaUnreadable(): ReactElement {
  return (
    <>
      <EuiText size="s" data-test-subj="dataQuotaUnreadable">
        <p>
          {i18n.translate('azureOpenaiSetup.data.quotaUnreadable', {
            defaultMessage:
              "Some quota couldn't be read. You can choose a cell without a number. Azure then checks the quota when it creates the deployment.",
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
    </>
  );
}

interface NothingProps {
  model: string;
  filtered: boolean;
  showAll(): void;
  again: DataChoiceProps['again'];
}

function Nothing({ model, filtered, showAll, again }: NothingProps): ReactElement {
  return (
    <EmptyPrompt
      title={
        filtered
          ? dataText.filteredOut
          : i18n.translate('azureOpenaiSetup.data.nowhere', {
              defaultMessage: "{model} isn't offered to this subscription",
              values: { model },
            })
      }
      action={
        <EuiButtonEmpty
          onClick={filtered ? showAll : again.onClick}
          isLoading={!filtered && again.loading}
          data-test-subj={filtered ? 'dataShowAll' : 'dataReadAgain'}
        >
          {filtered ? dataText.showAll : readAgainText}
        </EuiButtonEmpty>
      }
      testSubj="dataNone"
    />
  );
}
