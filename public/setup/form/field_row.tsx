import { EuiFormRow, EuiIconTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement, ReactNode } from 'react';
import type { RecommendedField } from '../../../common/recommendation';
import type { SetupField } from '../../../common/setup_request';
import { isEqual } from '../../../common/values/json';
import { fieldRules } from '../../../common/words/field_rules';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from './form_step';
import { reasonText } from '../../../common/words/reason_text';

interface FieldRowProps {
  field: RecommendedField;
  step: Pick<FormStepProps, 'request' | 'recommendation' | 'invalid'>;
  /** Replaces the field's help. */
  help?: ReactNode;
  /** An error that the field's rule does not cover. */
  error?: string;
  /** True for a group of inputs; the label is then the legend. */
  isGroup?: boolean;
  children: (isInvalid: boolean) => ReactElement;
}

/** The reason for a recommended value; undefined for the person's own. */
function reasonFor(
  field: RecommendedField,
  { request, recommendation }: Pick<FormStepProps, 'request' | 'recommendation'>,
): string | undefined {
  const reason = recommendation.reasons[field];
  const isOwn =
    reason.code === 'chosen_by_you' || !isEqual(request[field], recommendation.request[field]);
  return isOwn ? undefined : reasonText(reason);
}

const rowId = (field: SetupField) => `azureOpenaiSetup-${field}`;

/** The id of a field's first error, for the inputs of a group. */
export const errorId = (field: SetupField): string => `${rowId(field)}-error-0`;

const focusable = ['input', 'select', 'textarea', 'button']
  .map((name) => `${name}:not(:disabled)`)
  .join();

/** Moves the focus to the first input of a field; false if the field is not on the page. */
export function focusField(field: SetupField): boolean {
  const input = document
    .getElementById(`${rowId(field)}-row`)
    ?.querySelector<HTMLElement>(`.euiFormRow__fieldWrapper :is(${focusable})`);
  input?.focus();
  return input !== null && input !== undefined;
}

/** Places the tip next to the label, not at the end of the line. */
const labelled = {
  '.euiFormRow__labelWrapper': { justifyContent: 'flex-start', alignItems: 'center', gap: 4 },
} as const;

/** One input with its label, help and error. */
export function FieldRow(props: FieldRowProps): ReactElement {
  const { field, step, help, error, isGroup = false, children } = props;
  const text = fieldText[field];
  const faults = [
    ...(step.invalid.has(field) ? [fieldRules[field]] : []),
    ...(error ? [error] : []),
  ];
  const isInvalid = faults.length > 0;
  const id = rowId(field);
  const reason = reasonFor(field, step);
  const common = {
    id,
    label: text.label,
    labelAppend: reason && <Reason label={text.label} reason={reason} />,
    helpText: help ?? text.help,
    isInvalid,
    error: faults,
    fullWidth: true,
    css: labelled,
  };
  const described = isInvalid && { 'aria-describedby': errorId(field) };
  return isGroup ? (
    <EuiFormRow {...common} labelType="legend" {...described}>
      {children(isInvalid)}
    </EuiFormRow>
  ) : (
    <EuiFormRow {...common}>{children(isInvalid)}</EuiFormRow>
  );
}

function Reason({ label, reason }: { label: string; reason: string }): ReactElement {
  return (
    <EuiIconTip
      content={reason}
      color="subdued"
      size="s"
      aria-label={i18n.translate('azureOpenaiSetup.fields.reason', {
        defaultMessage: 'Reason for the value: {label}',
        values: { label },
      })}
    />
  );
}
