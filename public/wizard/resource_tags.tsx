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
import { maximumTags } from '../../common/fields';
import { FieldRow } from './field_row';
import type { FormStepProps } from './form_step';

interface TagRow {
  name: string;
  value: string;
}

/** A row that is empty on both sides is one that nobody has filled in yet. */
const toTags = (rows: readonly TagRow[]): Record<string, string> =>
  Object.fromEntries(
    rows.filter(({ name, value }) => name || value).map(({ name, value }) => [name.trim(), value]),
  );

/** Azure does not tell upper from lower case in tag names. */
function twice(rows: readonly TagRow[]): string | undefined {
  const names = rows.map(({ name }) => name.trim().toLowerCase()).filter(Boolean);
  return names.find((name, index) => names.indexOf(name) !== index);
}

const text = {
  name: i18n.translate('azureOpenaiSetup.resource.tags.name', { defaultMessage: 'Name' }),
  value: i18n.translate('azureOpenaiSetup.resource.tags.value', { defaultMessage: 'Value' }),
  add: i18n.translate('azureOpenaiSetup.resource.tags.add', { defaultMessage: 'Add a tag' }),
};

/** Names and values as rows, so that a name can be typed letter by letter. */
export function TagsRow(step: FormStepProps): ReactElement {
  const [rows, setRows] = useState<TagRow[]>(() =>
    Object.entries(step.request.tags).map(([name, value]) => ({ name, value })),
  );
  const change = (next: TagRow[]) => {
    setRows(next);
    step.update({ tags: toTags(next) });
  };
  const same = twice(rows);
  return (
    <FieldRow
      field="tags"
      step={step}
      hasChildLabel={false}
      error={
        same &&
        i18n.translate('azureOpenaiSetup.resource.tags.twice', {
          defaultMessage: 'The name {name} is there twice.',
          values: { name: same },
        })
      }
    >
      {(isInvalid) => (
        <div data-test-subj="tagsEditor">
          {rows.map((row, index) => (
            <TagLine
              key={index}
              row={row}
              number={index + 1}
              isInvalid={isInvalid}
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
  change: (row: TagRow) => void;
  remove: () => void;
}

function TagLine({ row, number, isInvalid, change, remove }: TagLineProps): ReactElement {
  const removeLabel = i18n.translate('azureOpenaiSetup.resource.tags.remove', {
    defaultMessage: 'Remove tag {number}',
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
            aria-label={`${text.name} ${number}`}
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
            aria-label={`${text.value} ${number}`}
            value={row.value}
            onChange={(event) => change({ ...row, value: event.target.value })}
            isInvalid={isInvalid}
            data-test-subj={`tagValue-${number}`}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiToolTip content={removeLabel} disableScreenReaderOutput>
            <EuiButtonIcon
              iconType="trash"
              color="danger"
              aria-label={removeLabel}
              onClick={remove}
              data-test-subj={`tagRemove-${number}`}
            />
          </EuiToolTip>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
    </>
  );
}
