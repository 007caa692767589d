import { decimalValue } from '../../edit/decimalValue.ts';
import { Icon } from '../../../../base/Icon.tsx';
import type { FieldState } from './useField.ts';

interface CapControlProps {
  readonly field: FieldState;
  readonly unit: string;
  /** What an absent cap means. */
  readonly absent: string;
  /** What `null` means, where that differs from being absent. */
  readonly none?: string;
}

/** A cap in money, none (`null`), or nothing said about it. @rule R13 */
export function CapControl({ field, unit, absent, none }: CapControlProps) {
  const { node } = field;
  const state = node === undefined ? 'absent' : node.type === 'null' ? 'null' : 'amount';
  const shown = state === 'null' && !none ? 'absent' : state;
  const choose = (value: string) => {
    if (value === 'amount') field.write({ number: '100' });
    else field.write(value === 'null' ? null : undefined);
  };
  return (
    <>
      <span className="form-select">
        <select
          className="input select"
          aria-label={`${field.label}: kind`}
          value={shown}
          disabled={field.locked}
          onChange={({ target }) => choose(target.value)}
          {...(shown === 'amount' ? {} : { ...field.control, 'aria-label': field.label })}
        >
          <option value="absent">{absent}</option>
          {none && <option value="null">{none}</option>}
          <option value="amount">Cap at…</option>
        </select>
        <Icon name="chevron-down" className="select-arrow" />
      </span>
      {shown === 'amount' && (
        <>
          <input
            {...field.control}
            className="input input-numeric"
            aria-label={field.label}
            value={field.shown}
            readOnly={field.locked}
            inputMode="decimal"
            autoComplete="off"
            onChange={({ target }) => field.write(decimalValue(target.value, false) ?? '')}
          />
          <span className="form-unit">{unit}</span>
        </>
      )}
    </>
  );
}
