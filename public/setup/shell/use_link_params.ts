import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../../common/problem';
import { useCore } from '../../api/core_context';
import { parseLinkParams, withoutLinkParams, type LinkParams } from './link_params';
import { linkedModel, withLinkParams, withoutValues, type Draft } from '../form/draft';
import type { ChangeDraft } from '../form/use_draft';
import type { PageHistory } from './use_location';

/** Applies the parameters of later links to the draft; returns the function that stops that. */
type TakeOver = (change: ChangeDraft) => () => void;

/** The parameters of the link to this page. Only `returnTo` stays in the URL. */
export function useLinkParams(history: PageHistory): [LinkParams, TakeOver] {
  const { http } = useCore();
  const basePath = http.basePath.get();
  const [linkParams, setLinkParams] = useState(() =>
    parseLinkParams(history.location.search, basePath),
  );
  const takeOver = useCallback<TakeOver>(
    (change) => {
      const clear = () => {
        const { pathname, search } = history.location;
        history.replace({ pathname, search: withoutLinkParams(search) });
      };
      const asksFor = (search: string) => search !== withoutLinkParams(search);
      if (asksFor(history.location.search)) clear();
      return history.listen(({ search }) => {
        if (!asksFor(search)) return;
        const next = parseLinkParams(search, basePath);
        setLinkParams(next);
        change((draft) => withLinkParams(draft, next));
        clear();
      });
    },
    [basePath, history],
  );
  return [linkParams, takeOver];
}

export interface LinkNotice {
  ignored: LinkParams['ignored'];
  /** A model that the subscription does not offer. */
  notOffered?: string;
  dismiss(): void;
}

export function useLinkNotice(
  linkParams: LinkParams,
  draft: Draft,
  change: ChangeDraft,
  problem: Problem | undefined,
): LinkNotice | undefined {
  const [dismissed, setDismissed] = useState<LinkParams>();
  const [notOffered, setNotOffered] = useState<string>();
  const model = problem?.code === 'no_model_available' ? linkedModel(draft) : undefined;
  if (model && model !== notOffered) setNotOffered(model);
  useEffect(() => {
    if (model) change((now) => withoutValues(now, ['modelName']));
  }, [change, model]);
  const ignored = dismissed === linkParams ? [] : linkParams.ignored;
  if (ignored.length === 0 && !notOffered) return undefined;
  const dismiss = () => {
    setDismissed(linkParams);
    setNotOffered(undefined);
  };
  return { ignored, ...(notOffered && { notOffered }), dismiss };
}
