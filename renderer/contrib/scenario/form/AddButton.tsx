import { Button } from '../../../base/Button.tsx';
import { itemName } from '../draft/changeName.ts';
import { itemsOf } from '../draft/nodeValue.ts';
import { useDraft } from '../draft/useDraft.ts';
import type { JsonPath, JsonValue } from '../edit/jsonValue.ts';
import { useReveal } from './useReveal.ts';
import { formatPath } from '../../../../shared/base/jsonPath.ts';

interface AddButtonProps {
  readonly list: JsonPath;
  readonly children: string;
  readonly icon?: string;
  /** The item to add. */
  item(): JsonValue;
  /** Member of the new item to go to. */
  readonly focus?: string;
}

/** Adds an item to the end of a list and goes to it. */
export function AddButton({ list, children, icon = 'add', item, focus }: AddButtonProps) {
  const draft = useDraft();
  const { reveal } = useReveal();
  const add = () => {
    const at = itemsOf(draft.at(list)).length;
    draft.insert(list, at, [item()], { label: `Add ${itemName(list)}` });
    reveal(formatPath([...list, at, ...(focus ? [focus] : [])]));
  };
  return (
    <Button command="row.add" icon={icon} onClick={add} disabled={draft.locked}>
      {children}
    </Button>
  );
}
