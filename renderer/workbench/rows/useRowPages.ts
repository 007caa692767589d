import { useCallback, useEffect, useMemo, useState } from 'react';
import { messageOf } from '../../platform/messageOf.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { RowPages, type RowRange } from './rowPages.ts';
import type { Arranged } from './useArrangement.ts';

/** The rows of an arrangement, fetched as they are looked at; drawn anew when some have come. */
export function useRowPages({ source, view, folding }: Arranged) {
  const { rpc } = useWorkbench();
  const [came, setCame] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);
  const fetch = useCallback((range: RowRange) => rpc('rows.page', { source, view, ...range }), [rpc, source, view]);
  const pages = useMemo(
    () =>
      new RowPages(fetch, (error) => {
        setFailure(error === null ? null : messageOf(error));
        setCame((count) => count + 1);
      }),
    // Other folds are other lines.
    [fetch, folding],
  );
  useEffect(() => () => pages.close(), [pages]);
  return { pages, fetch, failure, came };
}
