import type { AppMountParameters } from '@kbn/core/public';
import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import * as fields from '../../../common/fields';
import { connectorIn } from './link_params';
import { toScreenId, type ScreenId } from './screen_ids';

/** The run and the screen in the URL. */
export interface PageLocation {
  runId?: string;
  screen?: ScreenId;
}

export type Go = (location: PageLocation, how?: { replace: boolean }) => void;

export type PageHistory = AppMountParameters['history'];

function parseLocation(search: string): PageLocation {
  const query = new URLSearchParams(search);
  if (connectorIn(search) !== undefined) return { screen: 'plan' };
  const runId = query.get('run');
  const screen = toScreenId(query.get('step'));
  // Anyone can write a URL, and an invalid id could change the path of a request.
  return { ...(v.is(fields.runId, runId) && { runId }), ...(screen && { screen }) };
}

/** The query string of a location; other parameters, such as `returnTo`, stay. */
function searchOf(search: string, { runId, screen }: PageLocation): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of [
    ['run', runId],
    ['step', screen],
  ] as const) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return text && `?${text}`;
}

export function usePageLocation(history: PageHistory): [PageLocation, Go] {
  const [location, setLocation] = useState(() => parseLocation(history.location.search));
  useEffect(() => history.listen(({ search }) => setLocation(parseLocation(search))), [history]);
  const go = useCallback<Go>(
    (next, how) => {
      const { pathname, search } = history.location;
      const target = { pathname, search: searchOf(search, next) };
      if (how?.replace || target.search === search) history.replace(target);
      else history.push(target);
    },
    [history],
  );
  return [location, go];
}
