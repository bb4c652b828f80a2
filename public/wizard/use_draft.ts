import { useCallback, useEffect, useState } from 'react';
import type { UseCase } from '../../common/recommendation';
import { useCore } from '../api/core_context';
import { emptyDraft, loadDraft, saveDraft, type Draft } from './draft';

export type ChangeDraft = (next: (draft: Draft) => Draft) => void;

/** The draft of this space, written to session storage at every change. */
export function useDraft(useCase: UseCase): [Draft, ChangeDraft] {
  const basePath = useCore().http.basePath.get();
  const [draft, setDraft] = useState(() => loadDraft(basePath) ?? emptyDraft(useCase));
  useEffect(() => saveDraft(basePath, draft), [basePath, draft]);
  const change = useCallback<ChangeDraft>((next) => setDraft(next), []);
  return [draft, change];
}
