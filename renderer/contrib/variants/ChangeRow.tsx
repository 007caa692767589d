import { useState } from 'react';
import { Checkbox } from '../../base/Checkbox.tsx';
import { IconButton } from '../../base/IconButton.tsx';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { kindOfChange, type ChangeField } from './changeKinds.ts';
import { figureOf, setAt, type WrittenChange } from './comparisonText.ts';
import type { OfferedByScenario } from './offeredBy.ts';
import type { Rewrite } from './VariantForm.tsx';

interface ChangeRowProps {
  readonly change: WrittenChange;
  /** Of the variant, and of the change in it. */
  readonly index: number;
  readonly number: number;
  readonly variant: string;
  readonly offered: OfferedByScenario;
  readonly rewrite: Rewrite;
  readonly readOnly: boolean;
  readonly fault: string | null;
}

/** One change of a variant with its fields. */
export function ChangeRow({ change, index, number, variant, offered, rewrite, readOnly, fault }: ChangeRowProps) {
  const kind = kindOfChange(change);
  const place = ['variants', index, 'changes', number] as const;
  const title = kind?.title ?? 'A change that the form does not know';
  return (
    <li className="variant-change" data-scope="row">
      <fieldset disabled={readOnly}>
        <legend>{title}</legend>
        <div className="variant-change-fields">
          {kind?.fields.map((field) => (
            <FieldOfChange
              key={field.key}
              {...{ field, offered }}
              value={change[field.key]}
              onChange={(value) =>
                rewrite(
                  (text) => setAt(text, [...place, field.key], value),
                  `Change ${title}`,
                  `variant ${index} ${number} ${field.key}`,
                )
              }
            />
          ))}
          {!kind && <p>Edit it as text.</p>}
        </div>
        {fault !== null && <p className="variant-fault">{fault}</p>}
      </fieldset>
      <IconButton
        icon="close"
        label={`Remove ${title} from ${variant}`}
        disabled={readOnly}
        command="row.remove"
        onClick={() => rewrite((text) => setAt(text, place, undefined), 'Remove Change')}
      />
    </li>
  );
}

interface FieldOfChangeProps {
  readonly field: ChangeField;
  readonly value: unknown;
  readonly offered: OfferedByScenario;
  /** Undefined takes the key out. */
  onChange(value: unknown): void;
}

function FieldOfChange({ field, value, offered, onChange }: FieldOfChangeProps) {
  const { label, kind, hint } = field;
  switch (kind) {
    case 'flag':
      return (
        <Checkbox
          label={label}
          checked={value === true}
          onChange={(checked) => onChange(checked || !field.optional ? checked : undefined)}
        />
      );
    case 'plan':
      return chosen(
        label,
        value,
        offered.plans.map(({ id, title }) => ({ value: id, title })),
        onChange,
      );
    case 'edition':
      return chosen(
        label,
        value,
        offered.editions.map((id) => ({ value: id, title: id })),
        onChange,
      );
    case 'when':
      return (
        <Select
          label={label}
          value={value === 'cycle-end' ? 'cycle-end' : 'now'}
          options={[
            { value: 'now', title: 'at once' },
            { value: 'cycle-end', title: 'when the cycle ends' },
          ]}
          onChange={(when) => onChange(when === 'now' ? undefined : when)}
        />
      );
    case 'usage':
    case 'date':
      return (
        <TextField
          label={label}
          hint={hint}
          value={typeof value === 'string' ? value : ''}
          placeholder={field.placeholder}
          list={kind === 'usage' ? offered.usage : undefined}
          onChange={(text) => onChange(text === '' && field.optional ? undefined : text)}
        />
      );
    case 'figure':
      return <FigureField {...{ field, value, onChange }} />;
  }
}

/** Keeps what is typed as it is typed, for `1.` and `1.50` are on their way to a figure. */
function FigureField({ field, value, onChange }: Omit<FieldOfChangeProps, 'offered'>) {
  const written = value === null || value === undefined ? '' : String(value);
  const [typed, setTyped] = useState(written);
  const shown = String(figureOf(typed)) === written ? typed : written;
  return (
    <TextField
      label={field.label}
      hint={field.hint}
      value={shown}
      numeric
      placeholder={field.placeholder}
      onChange={(text) => {
        setTyped(text);
        if (text.trim() === '' && (field.optional || field.nullable)) onChange(field.nullable ? null : undefined);
        else onChange(figureOf(text));
      }}
    />
  );
}

/** A choice among ids; one that is not offered stays, for the fault to be seen. */
function chosen(
  label: string,
  value: unknown,
  options: readonly { readonly value: string; readonly title: string }[],
  onChange: (value: unknown) => void,
) {
  const id = typeof value === 'string' ? value : '';
  const known = options.some((option) => option.value === id);
  return (
    <Select
      label={label}
      className="variant-wide"
      value={id}
      options={known ? options : [{ value: id, title: id === '' ? 'none' : `${id}: unknown` }, ...options]}
      onChange={onChange}
    />
  );
}
