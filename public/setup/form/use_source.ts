import { useEffect, type Dispatch } from 'react';
import type { Problem } from '../../../common/problem';
import { problemOf } from '../../api/http_problem';
import { useReusedValues } from '../../api/migration';
import type { PageAction } from '../state/page_reducer';
import type { Draft } from '../state/draft';

interface Source {
  /** True until the draft has the values of the connector's deployment. */
  isOpen: boolean;
  isReading: boolean;
  problem?: Problem;
  readAgain(): void;
}

/** Applies the values of the connector's deployment to the draft once they are found. */
export function useSource({ source, session }: Draft, dispatch: Dispatch<PageAction>): Source {
  const isOpen = source !== undefined && !source.isRead;
  const found = useReusedValues(session, isOpen ? source.connectorId : undefined);
  const values = isOpen ? found.data?.values : undefined;
  useEffect(() => {
    if (values) dispatch({ type: 'source_read', values });
  }, [dispatch, values]);
  const problem = isOpen ? problemOf(found.error) : undefined;
  return {
    isOpen,
    isReading: found.isFetching,
    ...(problem && { problem }),
    readAgain: () => void found.refetch(),
  };
}
