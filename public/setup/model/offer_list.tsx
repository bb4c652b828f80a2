import { EuiButtonEmpty, EuiEmptyPrompt, EuiSkeletonText, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Suspense, useMemo, useState, type ReactElement } from 'react';
import type { Offers } from '../../../common/offers';
import { problemOf } from '../../api/http_problem';
import { useOffers } from '../../api/queries';
import type { FormStepProps } from '../form/form_step';
import { regionName } from '../../../common/words/format';
import { lazyPart } from '../../shared/lazy_part';
import { ScoreLinks, scoresReadIn } from './model_score';
import { FilterBar } from './offer_filter';
import { filterRows, noFilter, offerRows, regionsWithEnough, type OfferRow } from './offer_rows';
import { OfferTable } from './offer_table';
import { offerText } from './offer_text';
import { useAnnounce } from '../shell/page_actions';
import { PageProblem } from '../shell/page_problem';

const UnreadRegions = lazyPart(async () => (await import('./offer_unread')).UnreadRegions);

interface OfferListProps {
  step: FormStepProps;
  /** The recommended values; absent if the person made a choice of their own. */
  recommended?: FormStepProps['recommendation']['request'];
  pick(row: OfferRow): void;
}

/** Every way to deploy in every region, looked up when the list opens. */
export function OfferList({ step, recommended, pick }: OfferListProps): ReactElement {
  const { session, useCase, request } = step;
  const { subscriptionId, kind } = request;
  const found = useOffers(session, { subscriptionId, kind, useCase });
  const problem = problemOf(found.error);
  const lookAgain = () => void found.refetch();
  if (problem) {
    const retry = { onClick: lookAgain, loading: found.isFetching, testSubj: 'offersTryAgain' };
    return <PageProblem problem={problem} retry={retry} />;
  }
  if (!found.data) return <Looking />;
  return (
    <FoundOffers
      step={step}
      found={found.data}
      recommended={recommended}
      pick={pick}
      again={{ onClick: lookAgain, loading: found.isFetching }}
    />
  );
}

function Looking(): ReactElement {
  return (
    <div data-test-subj="offersLooking">
      <EuiText size="s" color="subdued" aria-live="polite">
        <p>{offerText.looking}</p>
      </EuiText>
      <EuiSpacer size="s" />
      <EuiSkeletonText lines={10} />
    </div>
  );
}

interface FoundOffersProps extends OfferListProps {
  found: Offers;
  again: { onClick(): void; loading: boolean };
}

function FoundOffers({ step, found, recommended, pick, again }: FoundOffersProps): ReactElement {
  const { options, useCase } = step;
  const [filter, setFilter] = useState(noFilter);
  const rows = useMemo(
    () => offerRows(found.offers, (name) => regionName(name, options), recommended),
    [found.offers, options, recommended],
  );
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter]);
  useAnnounce(shownText(shown.length));
  return (
    <section aria-label={offerText.model}>
      <EuiText size="s">
        <p data-test-subj="offersCount">
          {countText(found, rows)} {scoreText()}
          <ScoreLinks useCase={useCase} />
        </p>
      </EuiText>
      <Suspense fallback={null}>
        <UnreadRegions found={found} options={options} again={again} />
      </Suspense>
      <EuiSpacer size="s" />
      {rows.length > 0 && <FilterBar filter={filter} setFilter={setFilter} />}
      <EuiSpacer size="s" />
      {shown.length > 0 ? (
        <OfferTable rows={shown} pick={pick} />
      ) : (
        <Nothing filtered={rows.length > 0} showAll={() => setFilter(noFilter)} again={again} />
      )}
    </section>
  );
}

const countText = ({ regions, quotaUnreadable }: Offers, rows: OfferRow[]): string =>
  quotaUnreadable
    ? i18n.translate('azureOpenaiSetup.offers.count.unknown', {
        defaultMessage:
          '{regions, plural, one {# region} other {# regions}}, {enough} known to have enough quota: not all of it could be read.',
        values: { regions, enough: regionsWithEnough(rows) },
      })
    : i18n.translate('azureOpenaiSetup.offers.count', {
        defaultMessage:
          '{regions, plural, one {# region} other {# regions}}, {enough} with enough quota.',
        values: { regions, enough: regionsWithEnough(rows) },
      });

const scoreText = (): string =>
  i18n.translate('azureOpenaiSetup.offers.scores', {
    defaultMessage: "Scores are Elastic's, as of {date}:",
    values: { date: scoresReadIn() },
  });

const shownText = (count: number): string =>
  i18n.translate('azureOpenaiSetup.offers.shown', {
    defaultMessage: '{count, plural, one {# line} other {# lines}} shown',
    values: { count },
  });

interface NothingProps {
  filtered: boolean;
  showAll(): void;
  again: FoundOffersProps['again'];
}

/** Nothing to choose from, and what can be done about it. */
function Nothing({ filtered, showAll, again }: NothingProps): ReactElement {
  return (
    <EuiEmptyPrompt
      titleSize="xs"
      title={<h4>{filtered ? offerText.filteredOut : offerText.none}</h4>}
      body={filtered ? undefined : <p>{offerText.noneBody}</p>}
      actions={
        <EuiButtonEmpty
          onClick={filtered ? showAll : again.onClick}
          isLoading={!filtered && again.loading}
          data-test-subj={filtered ? 'offersShowAll' : 'offersLookAgain'}
        >
          {filtered ? offerText.clearFilter : offerText.lookAgain}
        </EuiButtonEmpty>
      }
      data-test-subj="offersNone"
    />
  );
}
