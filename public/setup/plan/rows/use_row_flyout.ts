import { useCallback, useEffect, useRef, useState } from 'react';
import type { SetupField } from '../../../../common/setup_request';
import type { FormStepProps } from '../../form/form_step';
import { usePageActions } from '../../shell/page_actions';

export interface RowProps extends FormStepProps {
  /** The field that the person wants to change; the row that holds it opens. */
  field?: SetupField;
  onFieldOpened?(): void;
}

/**
 * The state of a row's flyout: open on demand, or because one of its fields is wanted.
 * @param isFixed - An existing deployment has the values of the row: a person who wants others chooses another deployment.
 */
export function useRowFlyout(
  { field, onFieldOpened }: Pick<RowProps, 'field' | 'onFieldOpened'>,
  fields: readonly SetupField[],
  isFixed = false,
) {
  const { openField } = usePageActions();
  const [isOpen, setOpen] = useState(false);
  const isWanted = field !== undefined && fields.includes(field);
  if (isWanted && !isFixed && !isOpen) setOpen(true);
  if (isFixed && isOpen) setOpen(false);
  const answered = useRef(false);
  useEffect(() => {
    if (isWanted && !answered.current) {
      onFieldOpened?.();
      if (isFixed) openField('deploymentName');
    }
    answered.current = isWanted;
  }, [isFixed, isWanted, onFieldOpened, openField]);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  return { isOpen, open, close };
}
