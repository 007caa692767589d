import { useState } from 'react';
import { decimalValue } from '../../edit/decimalValue.ts';
import { itemsOf, shownText } from '../../draft/nodeValue.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { FieldState } from './useField.ts';

/** Many figures as text, one after the other and separated by spaces, commas or new lines. */
export function ListControl({ field }: { readonly field: FieldState }) {
  const draft = useDraft();
  const shown = itemsOf(field.node)
    .map((item) => shownText(draft.text, item) ?? '?')
    .join(' ');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <textarea
      {...field.control}
      className="input form-mono form-list"
      rows={3}
      value={typed ?? shown}
      readOnly={field.locked}
      spellCheck={false}
      onChange={({ target }) => {
        setTyped(target.value);
        field.write(
          target.value
            .split(/[\s,;]+/)
            .filter((part) => part !== '')
            .map((part) => decimalValue(part, false)!),
        );
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
