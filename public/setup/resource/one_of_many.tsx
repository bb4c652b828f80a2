import { EuiComboBox, type EuiComboBoxOptionOption } from '@elastic/eui';
import { useState, type ReactElement } from 'react';

type ComboOption = EuiComboBoxOptionOption<string>;

interface OneOfManyProps {
  options: ComboOption[];
  chosen: ComboOption;
  choose: (option: ComboOption) => void;
  /** Takes a value that is not on the list. */
  create: (typed: string) => void;
  createText: string;
  /** Gets the search text; empty after a selection or blur. */
  onSearch: (typed: string) => void;
  label: string;
  isInvalid: boolean;
  isLoading: boolean;
  'data-test-subj': string;
  /** From the form row around it. */
  id?: string;
  'aria-describedby'?: string;
}

/** A combo box that always has one value: on blur, an empty one restores its previous value. */
export function OneOfMany(props: OneOfManyProps): ReactElement {
  const { chosen, choose, create, createText, onSearch, label, ...rest } = props;
  const [isEmptied, setIsEmptied] = useState(false);
  return (
    <EuiComboBox<string>
      fullWidth
      singleSelection={{ asPlainText: true }}
      isClearable={false}
      selectedOptions={isEmptied || !chosen.label ? [] : [chosen]}
      onChange={([option]) => {
        setIsEmptied(!option);
        if (option) choose(option);
      }}
      onCreateOption={(typed) => {
        setIsEmptied(false);
        create(typed.trim());
      }}
      customOptionText={createText}
      onSearchChange={onSearch}
      onBlur={() => setIsEmptied(false)}
      aria-label={label}
      {...rest}
    />
  );
}
