import { EuiFieldSearch, EuiFlexGroup, EuiFlexItem, EuiSelect, EuiSwitch } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { OfferFilter } from './offer_rows';
import { residencies } from './residency';
import { offerText, residencyText } from './offer_text';

interface FilterBarProps {
  filter: OfferFilter;
  setFilter(filter: OfferFilter): void;
}

export function FilterBar({ filter, setFilter }: FilterBarProps): ReactElement {
  const set = (change: Partial<OfferFilter>) => setFilter({ ...filter, ...change });
  return (
    <EuiFlexGroup gutterSize="m" alignItems="center" wrap>
      <EuiFlexItem>
        <EuiFieldSearch
          fullWidth
          compressed
          value={filter.text}
          onChange={(event) => set({ text: event.target.value })}
          placeholder={offerText.search}
          aria-label={offerText.search}
          data-test-subj="offerSearch"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSelect
          compressed
          options={residencies.map((value) => ({ value, text: residencyText[value] }))}
          value={filter.residency}
          onChange={({ target }) =>
            set({ residency: residencies.find((one) => one === target.value) ?? 'anywhere' })
          }
          aria-label={offerText.residency}
          data-test-subj="offerResidency"
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiSwitch
          compressed
          label={offerText.enoughOnly}
          checked={filter.enoughOnly}
          onChange={(event) => set({ enoughOnly: event.target.checked })}
          data-test-subj="offerEnoughOnly"
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
