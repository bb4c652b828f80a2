import { useEffect, useRef, useState } from 'react';

interface State<Answer> {
  data?: Answer;
  error?: unknown;
  isPending: boolean;
}

export interface Deed<Input, Answer> extends State<Answer> {
  /** `onSuccess` is for this component: not called once it is gone, or has begun anew. */
  mutate(input: Input, then?: { onSuccess?: (answer: Answer) => void }): void;
  /** What is under way no longer counts here. */
  reset(): void;
}

/**
 * A call that changes something. What it was called with, which may be a secret, is not kept.
 * @param onDone - called with every answer, also when the component is gone by then.
 */
export function useDeed<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
): Deed<Input, Answer> {
  const [state, setState] = useState<State<Answer>>({ isPending: false });
  const latest = useRef(0);
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );
  const begin = (next: State<Answer>) => {
    latest.current += 1;
    setState(next);
    return latest.current;
  };
  return {
    ...state,
    mutate: (input, { onSuccess } = {}) => {
      const mine = begin({ isPending: true });
      act(input).then(
        (data) => {
          onDone?.(data);
          if (latest.current !== mine) return;
          setState({ data, isPending: false });
          onSuccess?.(data);
        },
        (error: unknown) => {
          if (latest.current === mine) setState({ error, isPending: false });
        },
      );
    },
    reset: () => {
      begin({ isPending: false });
    },
  };
}
