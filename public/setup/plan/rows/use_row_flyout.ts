import { useCallback, useEffect, useRef, useState } from 'react';
import type { SetupField } from '../../../../common/setup_request';
import type { FormStepProps } from '../../form/form_step';
import { usePageActions } from '../../shell/page_actions';

export interface RowProps extends FormStepProps {
  /** The field to change; its row opens. */
  field?: SetupField;
  onFieldOpened?(): void;
}

/**
 * The state of a row's flyout: opened by its button, or for one of its fields. @param isFixed - An existing deployment
 * determines the values, so the person has to choose another deployment.
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
