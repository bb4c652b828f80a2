import { useQueryClient } from '@tanstack/react-query';
import { useCallback, type Dispatch } from 'react';
import type { SetupRequest } from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { useCore } from '../../api/core_context';
import { forgetAzure, forgetOthers, forgetRoute, forgetSession } from '../../api/query_client';
import { saveRecommendation } from '../form/recommendation_storage';
import { parseLinkParams } from '../location/link_params';
import type { Go, PageHistory } from '../location/use_location';
import type { PageAction } from '../state/page_reducer';

interface CommandsOf {
  history: PageHistory;
  runId: string | undefined;
  /** True while the run's values are being changed. */
  isChanging: boolean;
  go: Go;
  dispatch: Dispatch<PageAction>;
}

export type Commands = ReturnType<typeof useCommands>;

/** The commands that begin or end a setup or a sign-in. */
export function useCommands({ history, runId, isChanging, go, dispatch }: CommandsOf) {
  const client = useQueryClient();
  const basePath = useCore().http.basePath.get();
  /** The recommended names are now in use, so the next setup needs new ones. */
  const resetNames = () => {
    forgetRoute(client, 'recommendation');
    saveRecommendation(basePath, undefined);
  };
  const startOver = () => {
    resetNames();
    dispatch({ type: 'started_over' });
  };
  const signInAgain = useCallback(
    (claims?: string, tenant?: string) => {
      forgetSession(client);
      dispatch({ type: 'sign_in_again', claims, tenant });
      // The plan stays open during the sign-in.
      if (runId && !isChanging) go({ runId, screen: 'sign_in' });
    },
    [client, dispatch, go, isChanging, runId],
  );
  /** Prepares another setup with new names and the current state of Azure. */
  const another = () => {
    startOver();
    forgetRoute(client, 'options');
    go({ screen: 'plan' });
  };
  return {
    startOver,
    signInAgain,
    another,
    /** A setup with the values of one whose targets were deleted. */
    setUpAgain: (values: SetupRequest) => {
      another();
      dispatch({ type: 'values_inherited', values });
    },
    /** Prepares a setup that migrates a connector to an inference endpoint. */
    migrate: (connectorId: string) => {
      another();
      dispatch({ type: 'migration_started', connectorId });
    },
    /** Prepares another setup with the same values of the person. */
    startNewSetup: () => {
      resetNames();
      forgetRoute(client, 'options');
      dispatch({ type: 'start_known' });
    },
    onSignedIn: (session: SignedIn) => {
      forgetOthers(client, session);
      dispatch({ type: 'signed_in', session });
    },
    signOut: () => {
      startOver();
      forgetAzure(client);
      const { useCase } = parseLinkParams(history.location.search, basePath);
      dispatch({ type: 'signed_out', useCase });
      go(runId ? { runId } : {});
    },
  };
}
