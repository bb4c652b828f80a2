import {
  EuiButtonEmpty,
  EuiButtonIcon,
  EuiFieldText,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiToolTip,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { maximumTags } from '../../../common/fields';
import { errorId, FieldRow } from '../form/field_row';
import type { FormStepProps } from '../form/form_step';
import { formatList } from '../../../common/words/format';

interface TagRow {
  name: string;
  value: string;
}

/** Ignores rows without name and value. */
const toTags = (rows: readonly TagRow[]): Record<string, string> =>
  Object.fromEntries(
    rows.filter(({ name, value }) => name || value).map(({ name, value }) => [name.trim(), value]),
  );

/** Tag names are case-insensitive in Azure. */
function sameNameFault(rows: readonly TagRow[]): string | undefined {
  const names = rows.map(({ name }) => name.trim().toLowerCase()).filter(Boolean);
  const name = names.find((one, index) => names.indexOf(one) !== index);
  return (
    name &&
    i18n.translate('azureOpenaiSetup.resource.tags.twice', {
      defaultMessage: 'The tag name {name} is used twice.',
      values: { name },
    })
  );
}

/** Azure accepts tags without a value, but policies usually require one. */
function noValueFault(rows: readonly TagRow[]): string | undefined {
  const names = rows.filter(({ name, value }) => name && !value).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return i18n.translate('azureOpenaiSetup.resource.tags.noValue', {
    defaultMessage: 'Enter a value for: {names}.',
    values: { names: formatList(names) },
  });
}

const text = {
  name: i18n.translate('azureOpenaiSetup.resource.tags.name', { defaultMessage: 'Name' }),
  value: i18n.translate('azureOpenaiSetup.resource.tags.value', { defaultMessage: 'Value' }),
  add: i18n.translate('azureOpenaiSetup.resource.tags.add', { defaultMessage: 'Add a tag' }),
};

const nameLabel = (number: number) =>
  i18n.translate('azureOpenaiSetup.resource.tags.nameOf', {
    defaultMessage: 'Name of tag {number, number}',
    values: { number },
  });

const valueLabel = (number: number) =>
  i18n.translate('azureOpenaiSetup.resource.tags.valueOf', {
    defaultMessage: 'Value of tag {number, number}',
    values: { number },
  });

/** Tags as rows, so a name can be edited character by character. */
export function TagsRow(step: FormStepProps): ReactElement {
  const [rows, setRows] = useState<TagRow[]>(() =>
    Object.entries(step.request.tags).map(([name, value]) => ({ name, value })),
  );
  const change = (next: TagRow[]) => {
    setRows(next);
    step.update({ tags: toTags(next) });
  };
  // Rows that the person is adding may have no value yet.
  const [empty] = useState(
    () => new Set(rows.filter(({ value }) => !value).map(({ name }) => name)),
  );
  const noValue = noValueFault(rows.filter(({ name }) => empty.has(name)));
  const fault = sameNameFault(rows);
  return (
    <FieldRow field="tags" step={step} isGroup error={fault ?? noValue}>
      {() => (
        <div data-test-subj="tagsEditor">
          {rows.map((row, index) => (
            <TagLine
              key={index}
              row={row}
              number={index + 1}
              isInvalid={fault !== undefined || step.invalid.has('tags')}
              needsValue={empty.has(row.name) && !row.value}
              change={(changed) => change(rows.map((old, at) => (at === index ? changed : old)))}
              remove={() => change(rows.filter((_, at) => at !== index))}
            />
          ))}
          <EuiButtonEmpty
            size="s"
            iconType="plus"
            flush="left"
            isDisabled={rows.length >= maximumTags}
            onClick={() => setRows([...rows, { name: '', value: '' }])}
            data-test-subj="tagsAdd"
          >
            {text.add}
          </EuiButtonEmpty>
        </div>
      )}
    </FieldRow>
  );
}

interface TagLineProps {
  row: TagRow;
  number: number;
  isInvalid: boolean;
  needsValue: boolean;
  change: (row: TagRow) => void;
  remove: () => void;
}

function TagLine({
  row,
  number,
  isInvalid,
  needsValue,
  change,
  remove,
}: TagLineProps): ReactElement {
  const removeLabel = i18n.translate('azureOpenaiSetup.resource.tags.remove', {
    defaultMessage: 'Remove tag {number, number}',
    values: { number },
  });
  return (
    <>
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false}>
        <EuiFlexItem>
          <EuiFieldText
            fullWidth
            compressed
            placeholder={text.name}
            aria-label={nameLabel(number)}
            {...(isInvalid && { 'aria-describedby': errorId('tags') })}
            value={row.name}
            onChange={(event) => change({ ...row, name: event.target.value })}
            isInvalid={isInvalid}
            data-test-subj={`tagName-${number}`}
          />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiFieldText
            fullWidth
            compressed
            placeholder={text.value}
            aria-label={valueLabel(number)}
            {...((isInvalid || needsValue) && { 'aria-describedby': errorId('tags') })}
            value={row.value}
            onChange={(event) => change({ ...row, value: event.target.value })}
            isInvalid={isInvalid || needsValue}
            data-test-subj={`tagValue-${number}`}
          />
        </EuiFlexItem>
        <EuiToolTip content={removeLabel} disableScreenReaderOutput>
          <EuiButtonIcon
            iconType="trash"
            color="danger"
            aria-label={removeLabel}
            onClick={remove}
            data-test-subj={`tagRemove-${number}`}
          />
        </EuiToolTip>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </>
  );
}
