import { useEffect, useRef } from 'react';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { gridInFront, type GridHandle } from './gridHandle.ts';

/** Makes a grid the one that commands are for, while its editor is in front. */
export function useInFront(
  active: boolean,
  { gridBusy, gridGrouped }: Readonly<Record<'gridBusy' | 'gridGrouped', boolean>>,
  handle: GridHandle,
): void {
  const { context } = useWorkbench();
  const now = useRef(handle);
  now.current = handle;
  useEffect(() => {
    if (!active) return;
    // Commands see the grid as it is when they run.
    const grid = new Proxy(handle, { get: (_, name: keyof GridHandle) => now.current[name] });
    gridInFront.setState({ grid });
    context.set('grid', true);
    return () => {
      if (gridInFront.getState().grid !== grid) return;
      gridInFront.setState({ grid: null });
      for (const key of ['grid', 'gridBusy', 'gridGrouped', 'gridFocus']) context.set(key, false);
    };
    // The handle itself is followed by the reference.
  }, [context, active]);
  useEffect(() => {
    if (!active) return;
    context.set('gridBusy', gridBusy);
    context.set('gridGrouped', gridGrouped);
  }, [context, active, gridBusy, gridGrouped]);
}
