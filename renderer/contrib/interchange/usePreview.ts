import { useEffect, useState } from 'react';
import type { ImportMapping } from '../../../shared/interchange/mapping.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { ImportSource } from './importSource.ts';

interface PreviewState {
  readonly preview: ImportPreview | null;
  readonly failure: string | null;
  readonly reading: boolean;
}

const restMs = 120;

/** The preview of an import under a mapping (null: guessed), latest wins; the last good one stays meanwhile. */
export function usePreview(source: ImportSource, mapping: ImportMapping | null, timeZone: string): PreviewState {
  const { rpc } = useWorkbench();
  const [state, setState] = useState<PreviewState>({ preview: null, failure: null, reading: true });
  useEffect(() => {
    let gone = false;
    setState((now) => ({ ...now, reading: true }));
    const timer = setTimeout(
      () =>
        rpc('import.preview', { source, mapping, timeZone }).then(
          (preview) => !gone && setState({ preview, failure: null, reading: false }),
          (error: unknown) =>
            !gone &&
            setState((now) => ({
              ...now,
              failure: error instanceof Error ? error.message : String(error),
              reading: false,
            })),
        ),
      mapping === null ? 0 : restMs,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [rpc, source, mapping, timeZone]);
  return state;
}
