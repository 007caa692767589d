import { Field, type FieldProps } from '../../base/Field.tsx';

interface NotesFieldProps extends FieldProps {
  readonly value: string;
  onChange(value: string): void;
}

/** Several lines of text. */
export function NotesField({ value, onChange, ...field }: NotesFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className="input quote-notes"
          rows={3}
          maxLength={8000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
