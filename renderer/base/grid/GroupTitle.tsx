import type { ReactNode } from 'react';
import type { GroupHeader } from '../../../shared/rpc/rowViews.ts';
import { Icon } from '../Icon.tsx';
import { emptyLabel } from './gridColumn.ts';

/** What a group is of and how many rows it has, with a mark of whether it is folded. */
export function GroupTitle({ group, title }: { readonly group: GroupHeader; readonly title: ReactNode }) {
  return (
    <>
      <Icon name={group.folded ? 'chevron-right' : 'chevron-down'} />
      {group.label === '' ? emptyLabel : title}
      <span className="grid-group-rows" data-counts>
        {group.rows.toLocaleString('en')}
        <span className="visually-hidden"> {group.rows === 1 ? 'row' : 'rows'}</span>
      </span>
    </>
  );
}
