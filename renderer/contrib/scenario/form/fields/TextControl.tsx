import type { FieldState } from './useField.ts';

interface TextControlProps {
  readonly field: FieldState;
  readonly placeholder?: string;
  /** Offered values. */
  readonly list?: readonly string[];
}

export function TextControl({ field, placeholder, list }: TextControlProps) {
  return (
    <>
      <input
        {...field.control}
        className="input"
        value={field.shown}
        placeholder={placeholder}
        readOnly={field.locked}
        spellCheck={false}
        autoComplete="off"
        list={list ? `${field.id}-list` : undefined}
        onChange={({ target }) => field.write(target.value === '' ? undefined : target.value)}
      />
      {list && (
        <datalist id={`${field.id}-list`}>
          {list.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );
}
