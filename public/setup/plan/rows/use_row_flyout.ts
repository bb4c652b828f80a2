import { useCallback, useEffect, useState } from 'react';
import type { SetupField } from '../../../../common/setup_request';
import type { FormStepProps } from '../../form/form_step';

export interface RowProps extends FormStepProps {
  /** The field that the person wants to change; the row that holds it opens. */
  field?: SetupField;
  onFieldOpened?(): void;
}

/** The state of a row's flyout: open on demand, or because one of its fields is wanted. */
export function useRowFlyout(
  { field, onFieldOpened }: Pick<RowProps, 'field' | 'onFieldOpened'>,
  fields: readonly SetupField[],
) {
  const [isOpen, setOpen] = useState(false);
  const isWanted = field !== undefined && fields.includes(field);
  if (isWanted && !isOpen) setOpen(true);
  useEffect(() => {
    if (isWanted) onFieldOpened?.();
  }, [isWanted, onFieldOpened]);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  return { isOpen, open, close };
}
