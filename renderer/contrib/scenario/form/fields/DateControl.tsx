import { useRef } from 'react';
import { CommandButton } from '../../../../base/CommandButton.tsx';
import { Icon } from '../../../../base/Icon.tsx';
import type { FieldState } from './useField.ts';

interface DateControlProps {
  readonly field: FieldState;
  readonly placeholder?: string;
}

/** A date or time as text, so that nothing typed is lost, with the platform's calendar beside it. */
export function DateControl({ field, placeholder = 'YYYY-MM-DD' }: DateControlProps) {
  const picker = useRef<HTMLInputElement>(null);
  const date = /^\d{4}-\d{2}-\d{2}/.exec(field.shown)?.[0] ?? '';
  return (
    <span className="form-date">
      <input
        {...field.control}
        className="input"
        value={field.shown}
        placeholder={placeholder}
        readOnly={field.locked}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => field.write(target.value === '' ? undefined : target.value)}
      />
      <input
        ref={picker}
        type="date"
        className="form-date-native"
        tabIndex={-1}
        aria-hidden="true"
        value={date}
        disabled={field.locked}
        onChange={({ target }) => target.value !== '' && field.write(target.value + field.shown.slice(date.length))}
      />
      <CommandButton
        command="form.pickDate"
        className="form-date-button"
        tabIndex={-1}
        aria-label={`Calendar for ${field.label}`}
        title="Choose a day"
        disabled={field.locked}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon name="calendar" />
      </CommandButton>
    </span>
  );
}
