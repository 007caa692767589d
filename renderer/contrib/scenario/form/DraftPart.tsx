import { useReducer, useState, type ReactNode } from 'react';
import { DraftContext, useDraft } from '../draft/useDraft.ts';
import { watchDraft } from '../draft/watchDraft.ts';

/** A part of the form that is drawn anew only where something that it shows has changed: a key typed elsewhere costs it nothing. */
export function DraftPart({ children }: { readonly children: ReactNode }) {
  const newest = useDraft();
  const [behind, fallBehind] = useReducer((times: number) => times + 1, 0);
  const watch = () => ({ behind, ...watchDraft(newest, () => queueMicrotask(fallBehind)) });
  const [watched, setWatched] = useState(watch);
  if (watched.behind !== behind || !watched.standsFor(newest)) setWatched(watch);
  return <DraftContext value={watched.draft}>{children}</DraftContext>;
}
