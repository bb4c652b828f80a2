import { useEffect, useReducer, type Dispatch } from 'react';
import type { AppMountParameters } from '@kbn/core/public';
import { useCore } from '../../api/core_context';
import { loadDraft, saveDraft } from '../state/draft_storage';
import { parseLinkParams, withoutLinkParams } from '../location/link_params';
import { pageDataOf, pageReducer, type PageAction, type PageData } from '../state/page_reducer';

/** The page's data in this space. Every change writes the draft to session storage, and link parameters apply to it. */
export function usePageData(
  history: AppMountParameters['history'],
): [PageData, Dispatch<PageAction>] {
  const basePath = useCore().http.basePath.get();
  const [data, dispatch] = useReducer(pageReducer, history, ({ location }) =>
    pageDataOf(loadDraft(basePath), parseLinkParams(location.search, basePath)),
  );
  const { draft } = data;
  useEffect(() => saveDraft(basePath, draft), [basePath, draft]);
  useEffect(() => {
    const clear = () => {
      const { pathname, search } = history.location;
      history.replace({ pathname, search: withoutLinkParams(search) });
    };
    const hasParams = (search: string) => search !== withoutLinkParams(search);
    if (hasParams(history.location.search)) clear();
    return history.listen(({ search }) => {
      if (!hasParams(search)) return;
      dispatch({ type: 'link_followed', params: parseLinkParams(search, basePath) });
      clear();
    });
  }, [basePath, history]);
  return [data, dispatch];
}
