import { useEffect, useRef, type RefObject } from 'react';

const firstError = '[data-invalid] :is(input, select)';

/**
 * Moves the focus to the first field with an error.
 * @param attempts - Number of submit attempts.
 * @param refusal - What the answer said; a new one moves the focus again.
 */
export function useFocusOnError(attempts: number, refusal: unknown): RefObject<HTMLFormElement> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>(firstError)?.focus();
  }, [attempts, refusal]);
  return form;
}
