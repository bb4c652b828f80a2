import { EuiFormRow } from '@elastic/eui';
import type { ReactElement, ReactNode } from 'react';
import type { RecommendedField } from '../../../common/recommendation';
import { isEqual } from '../../../common/json';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from './form_step';
import { reasonText } from '../../../common/words/reason_text';

interface FieldRowProps {
  field: RecommendedField;
  step: Pick<FormStepProps, 'request' | 'recommendation' | 'invalid'>;
  /** Said after the field's own help. */
  help?: ReactNode;
  /** A fault that the field's rule does not cover. */
  error?: string;
  fullWidth?: boolean;
  /** False for a group of inputs that brings its own legend or labels. */
  hasChildLabel?: boolean;
  children: (isInvalid: boolean) => ReactElement;
}

/** The reason for the value; a value that differs from the recommendation is the person's own. */
export function reasonFor(
  field: RecommendedField,
  { request, recommendation }: Pick<FormStepProps, 'request' | 'recommendation'>,
): string {
  const recommended = isEqual(request[field], recommendation.request[field]);
  return reasonText(recommended ? recommendation.reasons[field] : { code: 'chosen_by_you' });
}

/** One input with its label, the reason of its value, and its rule when the value breaks it. */
export function FieldRow(props: FieldRowProps): ReactElement {
  const { field, step, help, error, fullWidth = true, hasChildLabel, children } = props;
  const text = fieldText[field];
  const faults = [...(step.invalid.has(field) ? [text.rule] : []), ...(error ? [error] : [])];
  const isInvalid = faults.length > 0;
  return (
    <EuiFormRow
      id={`azureOpenaiSetup-${field}`}
      label={text.label}
      helpText={[text.help, help, reasonFor(field, step)].filter(Boolean).map((line, index) => (
        <div key={index}>{line}</div>
      ))}
      isInvalid={isInvalid}
      error={faults}
      fullWidth={fullWidth}
      hasChildLabel={hasChildLabel}
    >
      {children(isInvalid)}
    </EuiFormRow>
  );
}
