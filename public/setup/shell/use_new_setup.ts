import { useQueryClient } from '@tanstack/react-query';
import type { Dispatch } from 'react';
import type { SetupRequest } from '../../../common/setup_request';
import { forgetRoute } from '../../api/query_client';
import type { Go } from './location/use_location';
import type { PageAction } from './page_reducer';

interface Commands {
  go: Go;
  startOver(): void;
  dispatch: Dispatch<PageAction>;
}

/** Prepares another setup with new names and the current state of Azure. */
export function useAnother({ go, startOver }: Omit<Commands, 'dispatch'>): () => void {
  const client = useQueryClient();
  return () => {
    startOver();
    forgetRoute(client, 'options');
    go({ screen: 'plan' });
  };
}

/** A setup with the values of one whose targets were deleted. */
export function useSetUpAgain({
  go,
  startOver,
  dispatch,
}: Commands): (values: SetupRequest) => void {
  const another = useAnother({ go, startOver });
  return (values) => {
    another();
    dispatch({ type: 'values_inherited', values });
  };
}

/** Prepares a setup that migrates a connector to an inference endpoint. */
export function useMigrate({ go, startOver, dispatch }: Commands): (connectorId: string) => void {
  const another = useAnother({ go, startOver });
  return (connectorId) => {
    another();
    dispatch({ type: 'move_on', connectorId });
  };
}
