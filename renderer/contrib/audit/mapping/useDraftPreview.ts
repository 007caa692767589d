import { useEffect } from 'react';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import { sourceOf } from '../auditFile.ts';
import { auditAt } from '../auditStore.ts';
import type { MappedFile } from './mappedFile.ts';
import { changeMappedFile } from './mappingStore.ts';

const restMs = 150;

/** Reads the file again by the map as it stands in the form; the latest wins. */
export function useDraftPreview(path: string, file: MappedFile): void {
  const { rpc } = useWorkbench();
  const { draft, role, key } = file;
  useEffect(() => {
    if (draft === null) return;
    let gone = false;
    const read = async () => {
      const { choice } = auditAt(path);
      const source = sourceOf(choice[role]);
      if (!source) return;
      try {
        const preview = await rpc('audit.preview', { source, role, mapping: draft, map: null, terms: choice.terms });
        if (!gone) changeMappedFile(path, { ...file, key }, { preview, failure: null });
      } catch (error) {
        if (!gone) changeMappedFile(path, { ...file, key }, { failure: messageOf(error) });
      }
    };
    const timer = setTimeout(() => void read(), restMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
    // Only another map or file is read again: what came of it is not.
  }, [rpc, path, role, key, draft]);
}
