import { useRef } from 'react';
import { decimalValue, isPlainNumber } from '../../edit/decimalValue.ts';
import type { FieldState } from './useField.ts';

interface AmountControlProps {
  readonly field: FieldState;
  readonly placeholder?: string | undefined;
}

/** A decimal amount, edited as text and never read as a binary number. */
export function AmountControl({ field, placeholder }: AmountControlProps) {
  const wasText = useRef(false);
  return (
    <input
      {...field.control}
      className="input input-numeric"
      value={field.shown}
      placeholder={placeholder}
      readOnly={field.locked}
      inputMode="decimal"
      spellCheck={false}
      autoComplete="off"
      onFocus={() => {
        wasText.current = field.node?.type === 'string' && isPlainNumber(field.shown);
      }}
      onChange={({ target }) => field.write(decimalValue(target.value, wasText.current))}
    />
  );
}
