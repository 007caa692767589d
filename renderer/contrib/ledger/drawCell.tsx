import type { ReactNode } from 'react';
import { Icon } from '../../base/Icon.tsx';
import { kindIcons } from './gridColumns.ts';
import type { RowKind } from './ledgerRow.ts';

/** Kinds are drawn with their icon, everything else plainly. */
export function drawCell(column: string, text: string): ReactNode {
  if (column !== 'kind') return null;
  return (
    <span className="grid-kind">
      <Icon name={kindIcons[text as RowKind]} />
      {text}
    </span>
  );
}
