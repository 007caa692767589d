import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { VersionView } from '../../../../shared/rpc/views.ts';
import { messageOf } from '../../../platform/messageOf.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';

interface Listed {
  readonly path: string;
  readonly versions: readonly VersionView[];
  readonly failure: string | null;
}

/** The versions of a file that are kept, the newest first, followed as it is saved and as other programs write it; null while they are read. */
export function useVersions(path: string | null): Listed | null {
  const { rpc, on, documents } = useWorkbench();
  const saved = useStore(documents.store, ({ byPath }) => (path === null ? null : (byPath[path]?.sha256 ?? null)));
  const [listed, setListed] = useState<Listed | null>(null);
  const [written, setWritten] = useState(0);
  useEffect(
    () =>
      on('workspace.changed', ({ paths }) => {
        if (path !== null && paths.includes(path)) setWritten((count) => count + 1);
      }),
    [on, path],
  );
  useEffect(() => {
    if (path === null) return;
    let latest = true;
    rpc('version.list', { path }).then(
      (versions) => latest && setListed({ path, versions, failure: null }),
      (error: unknown) => latest && setListed({ path, versions: [], failure: messageOf(error) }),
    );
    return () => {
      latest = false;
    };
  }, [rpc, path, saved, written]);
  return listed?.path === path ? listed : null;
}
