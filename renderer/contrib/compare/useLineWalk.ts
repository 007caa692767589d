import { useEffect } from 'react';
import type { RefObject } from 'react';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { offerWalk } from './walks.ts';

/** Lets the commands go over the rows of a table that differ, from the one that has the focus. */
export function useLineWalk(uri: string, table: RefObject<HTMLTableElement | null>): void {
  const { notifications } = useWorkbench();
  useEffect(() => {
    const go = (step: 1 | -1): void => {
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-different]') ?? [])];
      if (rows.length === 0) return notifications.announce('There are no differences');
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : (at + step + rows.length) % rows.length;
      rows[next]!.focus();
      rows[next]!.scrollIntoView({ block: 'nearest' });
      notifications.announce(`Difference ${next + 1} of ${rows.length}`);
    };
    return offerWalk(uri, { go });
  }, [uri, table, notifications]);
}
