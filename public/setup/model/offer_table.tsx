import { EuiBadge, EuiButtonEmpty, EuiInMemoryTable, EuiText } from '@elastic/eui';
import type { EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { formatDate, formatNumber } from '../../../common/words/format';
import type { OfferRow } from './offer_rows';
import { offerText } from './offer_text';

type Pick = (row: OfferRow) => void;

/** EUI's own class. */
const oneLine = 'eui-textNoWrap';

const columns = (pick: Pick): Array<EuiBasicTableColumn<OfferRow>> => [
  {
    field: 'title',
    name: offerText.model,
    sortable: true,
    render: (title: string, { recommended }) => (
      <span>
        {title} {recommended && <EuiBadge color="primary">{offerText.recommended}</EuiBadge>}
      </span>
    ),
  },
  { field: 'modelVersion', name: offerText.version, sortable: true, className: oneLine },
  { field: 'typeTitle', name: offerText.type, sortable: true },
  { field: 'region', name: offerText.region, sortable: true },
  {
    field: 'freeTokens',
    name: offerText.free,
    sortable: ({ freeTokens }) => freeTokens ?? -1,
    dataType: 'number',
    render: (free?: number) => (free === undefined ? offerText.unknown : formatNumber(free)),
  },
  {
    field: 'score',
    name: offerText.score,
    sortable: ({ score }) => score ?? -1,
    dataType: 'number',
    render: (score?: number) => (score === undefined ? '-' : formatNumber(score)),
  },
  {
    field: 'retiresAt',
    name: offerText.retires,
    sortable: ({ retiresAt }) => retiresAt ?? '9999',
    render: (date?: string) => (date ? formatDate(date) : '-'),
  },
  {
    field: 'note',
    name: offerText.note,
    width: '14em',
    render: (note: string) => <EuiText size="xs">{note}</EuiText>,
  },
  { name: offerText.use, render: (row: OfferRow) => <UseButton row={row} pick={pick} /> },
];

function UseButton({ row, pick }: { row: OfferRow; pick: Pick }): ReactElement {
  return (
    <EuiButtonEmpty
      size="xs"
      isDisabled={!row.usable}
      onClick={() => pick(row)}
      aria-label={i18n.translate('azureOpenaiSetup.offers.useThis', {
        defaultMessage: 'Use {model} {version}, {type} in {region}',
        values: {
          model: row.title,
          version: row.modelVersion,
          type: row.typeTitle,
          region: row.region,
        },
      })}
    >
      {offerText.use}
    </EuiButtonEmpty>
  );
}

export function OfferTable({ rows, pick }: { rows: OfferRow[]; pick: Pick }): ReactElement {
  return (
    <EuiInMemoryTable
      items={rows}
      itemId="id"
      columns={columns(pick)}
      tableCaption={i18n.translate('azureOpenaiSetup.offers.caption', {
        defaultMessage: '{count, plural, one {# way} other {# ways}} to deploy, the best first',
        values: { count: rows.length },
      })}
      sorting
      tableLayout="auto"
      pagination={{ initialPageSize: 10, pageSizeOptions: [10, 25, 50] }}
      rowProps={(row) => ({
        'data-test-subj': `offerRow-${row.id}`,
        'data-recommended': row.recommended,
      })}
      data-test-subj="offerTable"
    />
  );
}
