import { useEffect, useState } from 'react';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { messageOf } from '../../platform/messageOf.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import type { ImportSource } from './importSource.ts';
import type { ImportMapping } from './mapping.ts';

interface PreviewState {
  readonly preview: ImportPreview | null;
  readonly failure: string | null;
  readonly reading: boolean;
}

const restMs = 120;

/** The preview of an import under a mapping (null: guessed), latest wins; the last good one stays meanwhile. */
export function usePreview(source: ImportSource, mapping: ImportMapping | null, timeZone: string): PreviewState {
  const { rpc } = useWorkbench();
  const asked = JSON.stringify({ source, mapping, timeZone });
  const [{ answered, preview, failure }, setAnswer] = useState<Answer>({ answered: '', preview: null, failure: null });
  useEffect(() => {
    const read = async () => {
      try {
        const preview = await rpc('import.preview', JSON.parse(asked));
        return { answered: asked, preview, failure: null };
      } catch (error) {
        return { answered: asked, failure: messageOf(error) };
      }
    };
    let gone = false;
    const timer = setTimeout(
      () => void read().then((answer) => !gone && setAnswer((now) => ({ ...now, ...answer }))),
      restMs,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [rpc, asked]);
  return { preview, failure, reading: answered !== asked };
}

interface Answer {
  readonly answered: string;
  readonly preview: ImportPreview | null;
  readonly failure: string | null;
}
