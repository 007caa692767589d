import { IconButton } from '../../../base/IconButton.tsx';
import { itemName } from '../draft/changeName.ts';
import { useDraft } from '../draft/useDraft.ts';
import type { JsonPath } from '../edit/jsonValue.ts';

interface ItemActionsProps {
  readonly list: JsonPath;
  readonly index: number;
  /** Names the item to screen readers. */
  readonly name: string;
  readonly duplicate?: boolean;
  /** Indexes of the items to change places with; null where it cannot be moved that way. */
  readonly up?: number | null;
  readonly down?: number | null;
}

/** What can be done with one item of a list. The element around it that is the item has `data-scope="row"`. */
export function ItemActions({ list, index, name, duplicate = true, up, down }: ItemActionsProps) {
  const draft = useDraft();
  const item = itemName(list);
  const swap = (other: number) => draft.swap(list, index, other, { label: `Move ${item}` });
  if (draft.locked) return null;
  return (
    <span className="form-item-actions">
      {up !== undefined && (
        <IconButton
          icon="arrow-up"
          label={`Move ${name} up`}
          command="row.moveUp"
          disabled={up === null}
          onClick={() => swap(up!)}
        />
      )}
      {down !== undefined && (
        <IconButton
          icon="arrow-down"
          label={`Move ${name} down`}
          command="row.moveDown"
          disabled={down === null}
          onClick={() => swap(down!)}
        />
      )}
      {duplicate && (
        <IconButton
          icon="copy"
          label={`Duplicate ${name}`}
          command="row.duplicate"
          onClick={() => draft.duplicate(list, index, { label: `Duplicate ${item}` })}
        />
      )}
      <IconButton
        icon="trash"
        label={`Remove ${name}`}
        command="row.remove"
        onClick={() => draft.remove([...list, index], { label: `Remove ${item}` })}
      />
    </span>
  );
}
