import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../../common/problem';
import { useCore } from '../../api/core_context';
import { askedOf, withoutAsked, type Asked } from './link_params';
import { linkedModel, withAsked, withoutValues, type Draft } from '../form/draft';
import type { ChangeDraft } from '../form/use_draft';
import type { PageHistory } from './use_location';

/** Hands what a later link asks for to the draft; answers what stops that. */
type TakeOver = (change: ChangeDraft) => () => void;

/** What the link that led here asks for. The address keeps only where to go back to. */
export function useAsked(history: PageHistory): [Asked, TakeOver] {
  const { http } = useCore();
  const basePath = http.basePath.get();
  const [asked, setAsked] = useState(() => askedOf(history.location.search, basePath));
  const takeOver = useCallback<TakeOver>(
    (change) => {
      const clear = () => {
        const { pathname, search } = history.location;
        history.replace({ pathname, search: withoutAsked(search) });
      };
      const asksFor = (search: string) => search !== withoutAsked(search);
      if (asksFor(history.location.search)) clear();
      return history.listen(({ search }) => {
        if (!asksFor(search)) return;
        const next = askedOf(search, basePath);
        setAsked(next);
        change((draft) => withAsked(draft, next));
        clear();
      });
    },
    [basePath, history],
  );
  return [asked, takeOver];
}

export interface AskedNotice {
  ignored: Asked['ignored'];
  /** A model that the subscription does not offer. */
  notOffered?: string;
  dismiss(): void;
}

/** What the person has to know: something asked for was left out. */
export function useAskedNotice(
  asked: Asked,
  draft: Draft,
  change: ChangeDraft,
  problem: Problem | undefined,
): AskedNotice | undefined {
  const [dismissed, setDismissed] = useState<Asked>();
  const [notOffered, setNotOffered] = useState<string>();
  const model = problem?.code === 'no_model_available' ? linkedModel(draft) : undefined;
  useEffect(() => {
    if (!model) return;
    setNotOffered(model);
    change((now) => withoutValues(now, ['modelName']));
  }, [change, model]);
  const ignored = dismissed === asked ? [] : asked.ignored;
  if (ignored.length === 0 && !notOffered) return undefined;
  const dismiss = () => {
    setDismissed(asked);
    setNotOffered(undefined);
  };
  return { ignored, ...(notOffered && { notOffered }), dismiss };
}
