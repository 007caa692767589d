import { rove } from './rove.ts';

interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly value: Id;
  onChange(id: Id): void;
}

/** One of a few, side by side. */
export function Segmented<Id extends string>({ label, options, value, onChange }: SegmentedProps<Id>) {
  return (
    <div className="segmented" role="radiogroup" aria-label={label} onKeyDown={(event) => rove(event, '[role=radio]')}>
      {options.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={id === value}
          tabIndex={id === value ? 0 : -1}
          onFocus={() => id !== value && onChange(id)}
          onClick={() => onChange(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
