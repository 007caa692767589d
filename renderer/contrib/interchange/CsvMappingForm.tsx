import type { CsvMapping, ImportMapping } from './mapping.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { Checkbox } from '../../base/Checkbox.tsx';
import { Select } from '../../base/Select.tsx';
import { TextField } from '../../base/TextField.tsx';
import { withMeterOf, withQuantityKind, withWideColumn, withWideMeter } from './mappingEdit.ts';

interface CsvMappingFormProps {
  readonly mapping: CsvMapping;
  readonly preview: ImportPreview;
  onChange(mapping: ImportMapping): void;
}

const delimiters = [
  { value: ',', title: 'Comma ,' },
  { value: ';', title: 'Semicolon ;' },
  { value: '\t', title: 'Tab' },
] as const;

const timeKinds = [
  { value: 'iso', title: 'Date and time (ISO)' },
  { value: 'seconds', title: 'Unix seconds' },
  { value: 'milliseconds', title: 'Unix milliseconds' },
  { value: 'nanoseconds', title: 'Unix nanoseconds' },
] as const;

const quantityKinds = [
  { value: 'wide', title: 'Wide: a column for each meter' },
  { value: 'long', title: 'Long: a column names the meter' },
  { value: 'credits', title: 'Credits, without meters' },
] as const;

/** How a CSV is read, each choice correctable. */
export function CsvMappingForm({ mapping, preview, onChange }: CsvMappingFormProps) {
  const names = preview.columns.map(({ name }) => name);
  const columns = columnOptions(names);
  const { time } = mapping;
  return (
    <div className="mapping-form">
      <div className="mapping-row">
        <Select
          label="Delimiter"
          value={mapping.delimiter}
          options={delimiters}
          onChange={(delimiter) => onChange({ ...mapping, delimiter })}
        />
        <Checkbox
          label="Decimal comma"
          checked={mapping.decimalComma}
          onChange={(decimalComma) => onChange({ ...mapping, decimalComma })}
        />
      </div>
      <div className="mapping-row">
        <Select
          label="Time"
          value={time.column}
          options={columns}
          onChange={(column) => onChange({ ...mapping, time: { ...time, column } })}
        />
        <Select
          label="Written as"
          value={time.kind}
          options={timeKinds}
          onChange={(kind) => onChange({ ...mapping, time: { ...time, kind } })}
        />
        <TextField
          label="Zone of times without one"
          value={mapping.timeZone}
          list={timeZones}
          onChange={(timeZone) => onChange({ ...mapping, timeZone })}
        />
      </div>
      <div className="mapping-row">
        <Select
          label="Quantities"
          value={mapping.quantity.kind}
          options={quantityKinds}
          onChange={(kind) => onChange(withQuantityKind(mapping, kind, names))}
        />
        <Select
          label="Identity"
          value={mapping.id ?? ''}
          options={[{ value: '', title: 'None' }, ...columns]}
          hint="Rows with the same identity are errors."
          onChange={(id) => onChange({ ...mapping, id: id === '' ? null : id })}
        />
      </div>
      <QuantityFields {...{ mapping, preview, onChange }} />
    </div>
  );
}

const timeZones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

function columnOptions(names: readonly string[]) {
  return names.map((name) => ({ value: name, title: name === '' ? '(no name)' : name }));
}

function QuantityFields({ mapping, preview, onChange }: CsvMappingFormProps) {
  const { quantity } = mapping;
  const columns = columnOptions(preview.columns.map(({ name }) => name));
  if (quantity.kind === 'wide') return <WideFields {...{ mapping, preview, onChange }} />;
  if (quantity.kind === 'credits') {
    return (
      <div className="mapping-row">
        <Select
          label="Credits"
          value={quantity.column}
          options={columns}
          onChange={(column) => onChange({ ...mapping, quantity: { kind: 'credits', column } })}
        />
      </div>
    );
  }
  return (
    <>
      <div className="mapping-row">
        <Select
          label="Meter"
          value={quantity.meterColumn}
          options={columns}
          onChange={(meterColumn) => onChange({ ...mapping, quantity: { ...quantity, meterColumn } })}
        />
        <Select
          label="Quantity"
          value={quantity.quantityColumn}
          options={columns}
          onChange={(quantityColumn) => onChange({ ...mapping, quantity: { ...quantity, quantityColumn } })}
        />
      </div>
      <LongMeters {...{ mapping, preview, onChange }} />
    </>
  );
}

/** A line for each column that may feed a meter. */
function WideFields({ mapping, preview, onChange }: CsvMappingFormProps) {
  const taken = mapping.quantity.kind === 'wide' ? mapping.quantity.columns : [];
  const free = preview.columns.filter(({ name }) => name !== mapping.time.column && name !== mapping.id);
  return (
    <fieldset className="mapping-meters">
      <legend>Columns that feed a meter</legend>
      {free.map(({ name }) => {
        const entry = taken.find(({ column }) => column === name);
        return (
          <div key={name} className="mapping-meter">
            <Checkbox
              label={name === '' ? '(no name)' : name}
              checked={entry !== undefined}
              onChange={(on) => onChange(withWideColumn(mapping, name, on))}
            />
            {entry && (
              <TextField
                label={`Meter of ${name}`}
                hideLabel
                value={entry.meter}
                placeholder="meter id"
                onChange={(meter) => onChange(withWideMeter(mapping, name, meter))}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** A line for each value of the meter column, with the meter that it counts for. */
function LongMeters({ mapping, preview, onChange }: CsvMappingFormProps) {
  if (mapping.quantity.kind !== 'long') return null;
  const { meterColumn, meters } = mapping.quantity;
  const samples = preview.columns.find(({ name }) => name === meterColumn)?.samples ?? [];
  const values = [...new Set([...samples, ...meters.map(({ value }) => value)])].filter((value) => value !== '');
  return (
    <fieldset className="mapping-meters">
      <legend>Values of “{meterColumn}” and their meters</legend>
      {values.map((value) => (
        <TextField
          key={value}
          label={value}
          value={meters.find((entry) => entry.value === value)?.meter ?? value}
          onChange={(meter) => onChange(withMeterOf(mapping, value, meter))}
        />
      ))}
    </fieldset>
  );
}
