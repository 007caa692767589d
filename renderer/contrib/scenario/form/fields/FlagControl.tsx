import type { FieldState } from './useField.ts';

interface FlagControlProps {
  readonly field: FieldState;
  /** What holds where the value is absent; choosing it leaves the value out. */
  readonly usual: boolean;
}

export function FlagControl({ field, usual }: FlagControlProps) {
  const value = field.node?.type === 'boolean' ? Boolean(field.node.value) : usual;
  return (
    <input
      {...field.control}
      type="checkbox"
      className="form-flag"
      checked={value}
      disabled={field.locked}
      onChange={({ target }) => field.write(target.checked === usual ? undefined : target.checked)}
    />
  );
}
