import { EuiBasicTable, EuiText, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Offer } from '../../../common/models/offers';
import type { DeploymentType } from '../../../common/setup_request';
import { typeName } from '../../../common/words/model_text';
import { DataCell } from './data_cell';
import { isAvailable } from '../offers/model_choices';
import { isSameCell, ownDrawbacks, type RegionRow } from './data_cells';
import { typeReach } from './data_text';
import { fieldText } from '../../../common/words/field_text';

interface DataTableProps {
  rows: RegionRow[];
  types: readonly DeploymentType[];
  /** All offers of the model, the best first. */
  offers: readonly Offer[];
  modelVersion: string;
  chosen?: Offer;
  choose(offer: Offer): void;
}

/** Below this, EUI shows a card per row. Above it, a narrow flyout scrolls the table, not the page. */
const cardsBelow = 'm';
const scrolling = {
  overflowX: 'auto',
  '@media (min-width: 992px)': { '.euiTable': { minInlineSize: 520 } },
  '.euiTableHeaderCell .eui-textTruncate': { whiteSpace: 'normal !important', textAlign: 'start' },
  '.euiTableRowCell': { verticalAlign: 'top' },
} as const;

/** Regions as rows, deployment types as columns, with one selected cell. */
export function DataTable(props: DataTableProps): ReactElement {
  return (
    <div css={scrolling}>
      <EuiBasicTable
        items={props.rows}
        itemId="location"
        rowHeader="region"
        columns={columns(props)}
        responsiveBreakpoint={cardsBelow}
        tableCaption={i18n.translate('azureOpenaiSetup.data.caption', {
          defaultMessage: 'Available tokens per minute by region and deployment type, best first',
        })}
        rowProps={({ location }) => ({ 'data-test-subj': `dataRegion-${location}` })}
        data-test-subj="dataTable"
      />
    </div>
  );
}

const columns = (props: DataTableProps): Array<EuiBasicTableColumn<RegionRow>> => [
  {
    field: 'region',
    name: fieldText.location.label,
    mobileOptions: { header: false, enlarge: true, width: '100%' },
  },
  ...props.types.map((type) => ({
    name: <TypeHeader type={type} />,
    render: (row: RegionRow) => <Cell {...props} row={row} type={type} />,
  })),
];

function TypeHeader({ type }: { type: DeploymentType }): ReactElement {
  return (
    <span>
      {typeName(type)}
      <EuiText size="xs" color="subdued" component="span" css={{ display: 'block' }}>
        {typeReach[type]}
      </EuiText>
    </span>
  );
}

function Cell(props: DataTableProps & { row: RegionRow; type: DeploymentType }): ReactElement {
  const { row, type, offers, modelVersion, chosen, choose } = props;
  const offer = row.cells[type];
  const [best] = offers;
  return (
    <DataCell
      offer={offer}
      region={row.region}
      modelVersion={modelVersion}
      drawbacks={offer ? ownDrawbacks(offer, offers) : []}
      isBest={offer !== undefined && offer === best && isAvailable(offer)}
      isChosen={offer !== undefined && isSameCell(offer, chosen)}
      choose={choose}
    />
  );
}
