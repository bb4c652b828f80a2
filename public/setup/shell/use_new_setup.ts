import { useQueryClient } from '@tanstack/react-query';
import type { Dispatch } from 'react';
import { forgetRoute } from '../../api/query_client';
import type { Go } from './location/use_location';
import type { PageAction } from './page_reducer';

interface Commands {
  go: Go;
  startOver(): void;
  dispatch: Dispatch<PageAction>;
}

/** Another setup, with new names, over what Azure has since the last one. */
export function useAnother({ go, startOver }: Omit<Commands, 'dispatch'>): () => void {
  const client = useQueryClient();
  return () => {
    startOver();
    forgetRoute(client, 'options');
    go({ screen: 'plan' });
  };
}

/** A setup whose inference endpoint takes over from a connector. */
export function useMoveOn({ go, startOver, dispatch }: Commands): (connectorId: string) => void {
  const another = useAnother({ go, startOver });
  return (connectorId) => {
    another();
    dispatch({ type: 'move_on', connectorId });
  };
}
