import { useCallback, useEffect, useRef, useState } from 'react';
import type { SetupField } from '../../../common/setup_request';
import { usePageActions } from '../screen/page_actions';

/**
 * The state of a row's flyout: opened by its button, or for one of its fields. @param isFixed - An existing deployment
 * determines the values, so the person has to choose another deployment.
 */
export function useRowFlyout(fields: readonly SetupField[], isFixed = false) {
  const { openField, field, fieldOpened } = usePageActions();
  const [isOpen, setOpen] = useState(false);
  const isWanted = field !== undefined && fields.includes(field);
  if (isWanted && !isFixed && !isOpen) setOpen(true);
  if (isFixed && isOpen) setOpen(false);
  const answered = useRef(false);
  useEffect(() => {
    if (isWanted && !answered.current) {
      fieldOpened();
      if (isFixed) openField('deploymentName');
    }
    answered.current = isWanted;
  }, [fieldOpened, isFixed, isWanted, openField]);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  return { isOpen, open, close };
}
