import type { HTMLInputTypeAttribute, KeyboardEvent, Ref } from 'react';
import { classes } from './classes.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  onChange?(value: string): void;
  onBlur?(): void;
  onKeyDown?(event: KeyboardEvent<HTMLInputElement>): void;
  readonly type?: HTMLInputTypeAttribute;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly inputMode?: 'text' | 'decimal' | 'numeric';
  /** Figures: right-aligned, tabular. */
  readonly numeric?: boolean;
  /** Unit after the value: `credits`, `USD`. */
  readonly suffix?: string;
  /** Offered values. */
  readonly list?: readonly string[];
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly autoFocus?: boolean;
  /** JSON path for tests and for finding the field. */
  readonly name?: string;
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, onKeyDown, numeric, suffix, list, inputRef, inputMode, ...rest } = props;
  const { label, hideLabel, hint, error, className, type = 'text', ...input } = rest;
  return (
    <Field {...{ label, hideLabel, hint, error, className }}>
      {(control) => (
        <div className="input-frame">
          <input
            {...control}
            {...input}
            ref={inputRef}
            className={classes('input', numeric && 'input-numeric')}
            type={type}
            value={value}
            inputMode={inputMode ?? (numeric ? 'decimal' : undefined)}
            list={list ? `${control.id}-list` : undefined}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onChange?.(event.target.value)}
            onBlur={() => onBlur?.()}
            onKeyDown={onKeyDown}
          />
          {suffix && <span className="input-suffix">{suffix}</span>}
          {list && (
            <datalist id={`${control.id}-list`}>
              {list.map((item) => (
                <option key={item} value={item} />
              ))}
            </datalist>
          )}
        </div>
      )}
    </Field>
  );
}
