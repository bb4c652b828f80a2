import type { AppMountParameters } from '@kbn/core/public';
import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import * as fields from '../../../common/fields';
import { isWizardStep, type WizardStepId } from './step_ids';

/** Where the person is, as the address says it; reload and the back button come for free. */
export interface Place {
  runId?: string;
  step?: WizardStepId;
}

export type Go = (place: Place, how?: { replace: boolean }) => void;

export type PageHistory = AppMountParameters['history'];

function placeOf(search: string): Place {
  const query = new URLSearchParams(search);
  const runId = query.get('run');
  const step = query.get('step');
  // Anyone can write an address: a value that is not an id would become part of another path.
  return { ...(v.is(fields.runId, runId) && { runId }), ...(isWizardStep(step) && { step }) };
}

/** The address of a place; other parameters, such as `returnTo`, stay. */
function searchOf(search: string, { runId, step }: Place): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of [
    ['run', runId],
    ['step', step],
  ] as const) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return text && `?${text}`;
}

export function usePlace(history: PageHistory): [Place, Go] {
  const [place, setPlace] = useState(() => placeOf(history.location.search));
  useEffect(() => history.listen(({ search }) => setPlace(placeOf(search))), [history]);
  const go = useCallback<Go>(
    (next, how) => {
      const { pathname, search } = history.location;
      const target = { pathname, search: searchOf(search, next) };
      if (how?.replace) history.replace(target);
      else history.push(target);
    },
    [history],
  );
  return [place, go];
}
