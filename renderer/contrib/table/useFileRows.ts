import { useEffect, useState } from 'react';
import type { RowsView } from '../../../shared/rpc/rowViews.ts';
import { messageOf } from '../../platform/messageOf.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';

type Opened =
  { readonly rows: RowsView; readonly source: { readonly file: string } } | { readonly failure: string } | null;

/** Opens the rows of a file, again when it changes on disk: another source object then stands for other rows. */
export function useFileRows(path: string): Opened {
  const { rpc, on } = useWorkbench();
  const [opened, setOpened] = useState<Opened>(null);
  useEffect(() => {
    let gone = false;
    const open = () => {
      const source = { file: path };
      rpc('rows.open', { source }).then(
        (rows) => !gone && setOpened({ rows, source }),
        (error: unknown) => !gone && setOpened({ failure: messageOf(error) }),
      );
    };
    open();
    const stop = on('workspace.changed', ({ paths }) => paths.includes(path) && open());
    return () => {
      gone = true;
      stop();
    };
  }, [rpc, on, path]);
  return opened;
}
