import { EuiFieldSearch, EuiSelect, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { residencies, type DataFilter, type Residency } from './data_cells';
import { dataText } from './data_text';

const residencyText: Record<Residency, string> = {
  anywhere: i18n.translate('azureOpenaiSetup.data.residency.anywhere', {
    defaultMessage: 'Processed anywhere',
  }),
  zone: i18n.translate('azureOpenaiSetup.data.residency.zone', {
    defaultMessage: 'Stays in the data zone',
  }),
  region: i18n.translate('azureOpenaiSetup.data.residency.region', {
    defaultMessage: 'Stays in the region',
  }),
};

const residencyLabel = i18n.translate('azureOpenaiSetup.data.residency', {
  defaultMessage: 'Data processing area',
});

interface DataFilterBarProps {
  filter: DataFilter;
  setFilter(filter: DataFilter): void;
}

/** Search and residency filter, side by side if there is room. */
export function DataFilterBar({ filter, setFilter }: DataFilterBarProps): ReactElement {
  const { size } = useEuiTheme().euiTheme;
  const item = { flex: '1 1 220px', minInlineSize: 0 };
  return (
    <div css={{ display: 'flex', flexWrap: 'wrap', gap: size.s }}>
      <div css={item}>
        <EuiFieldSearch
          fullWidth
          compressed
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
          placeholder={dataText.search}
          aria-label={dataText.search}
          data-test-subj="dataSearch"
        />
      </div>
      <div css={item}>
        <EuiSelect
          fullWidth
          compressed
          options={residencies.map((value) => ({ value, text: residencyText[value] }))}
          value={filter.residency}
          onChange={({ target }) =>
            setFilter({
              ...filter,
              residency: residencies.find((one) => one === target.value) ?? 'anywhere',
            })
          }
          aria-label={residencyLabel}
          data-test-subj="dataResidency"
        />
      </div>
    </div>
  );
}
