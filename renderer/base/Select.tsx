import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { Icon } from './Icon.tsx';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly disabled?: boolean;
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value;
  readonly options: readonly SelectOption<Value>[];
  onChange?(value: Value): void;
  readonly disabled?: boolean;
  readonly name?: string;
}

/** A native select: it opens and searches by keyboard as the platform does. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, options, onChange, disabled, name, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <div className="input-frame select-frame">
          <select
            {...control}
            className="input select"
            value={value}
            disabled={disabled}
            name={name}
            onChange={(event) => onChange?.(event.target.value as Value)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.title}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" className="select-arrow" />
        </div>
      )}
    </Field>
  );
}
