import { useEffect, useState } from 'react';
import { useCore } from '../../api/core_context';
import type { LinkParams } from '../shell/link_params';
import { loadDraft, saveDraft, withLinkParams, type Draft } from './draft';

export type ChangeDraft = (next: (draft: Draft) => Draft) => void;

/** The draft of this space, written to session storage at every change. */
export function useDraft(linkParams: LinkParams): [Draft, ChangeDraft] {
  const basePath = useCore().http.basePath.get();
  const [draft, setDraft] = useState(() => withLinkParams(loadDraft(basePath), linkParams));
  useEffect(() => saveDraft(basePath, draft), [basePath, draft]);
  return [draft, setDraft];
}
