import { rangeText, rangeValue } from '../../edit/range.ts';
import { useDraft } from '../../draft/useDraft.ts';
import type { FieldState } from './useField.ts';

/** A figure, or a range of them written `3..10`. */
export function RangeControl({ field }: { readonly field: FieldState }) {
  const draft = useDraft();
  return (
    <input
      {...field.control}
      className="input input-numeric"
      value={field.node ? rangeText(draft.text, field.node) : ''}
      readOnly={field.locked}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => field.write(rangeValue(target.value))}
    />
  );
}
