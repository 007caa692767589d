import { Select } from '../../../base/Select.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { delimiterOf, formsOf, withDelimiter, withForms } from './mappingEdit.ts';
import type { MappingFieldProps } from './MappingForm.tsx';

const delimiters = [
  { value: ',', title: 'Comma ,' },
  { value: ';', title: 'Semicolon ;' },
  { value: '\t', title: 'Tab' },
  { value: '|', title: 'Bar |' },
] as const;

const timeForms = [
  { value: 'iso', title: '2026-01-31 09:30 (ISO)' },
  { value: 'DD.MM.YYYY', title: '31.01.2026' },
  { value: 'DD.MM.YYYY HH:mm', title: '31.01.2026 09:30' },
  { value: 'DD.MM.YYYY HH:mm:ss', title: '31.01.2026 09:30:00' },
  { value: 'DD/MM/YYYY', title: '31/01/2026, day first' },
  { value: 'DD/MM/YYYY HH:mm', title: '31/01/2026 09:30, day first' },
  { value: 'MM/DD/YYYY', title: '01/31/2026, month first' },
  { value: 'MM/DD/YYYY HH:mm', title: '01/31/2026 09:30, month first' },
  { value: 'YYYYMMDD', title: '20260131' },
  { value: 'seconds', title: 'Unix seconds' },
  { value: 'milliseconds', title: 'Unix milliseconds' },
  { value: 'nanoseconds', title: 'Unix nanoseconds' },
];

const other = '';
const numbers = [
  { value: '.', title: '1234.5' },
  { value: ', .', title: '1,234.5' },
  { value: '  .', title: '1 234.5' },
  { value: "' .", title: "1'234.5" },
  { value: ',', title: '1234,5' },
  { value: '. ,', title: '1.234,5' },
  { value: '  ,', title: '1 234,5' },
  { value: "' ,", title: "1'234,5" },
] as const;

const currencies = ['$', '€', '£', '¥', 'USD', 'EUR', 'GBP', 'CHF'];
const negatives = [
  { value: 'minus', title: '−12.5' },
  { value: 'parentheses', title: '−12.5 or (12.5)' },
] as const;

/** What a map takes for a currency. */
function isCurrency(text: string): boolean {
  return text === '' || /^[^\d\s.,'()+-]{1,10}$/.test(text);
}

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** How the file is written: what stands between cells, its times and its numbers. */
export function FormsFields({ mapping, role, preview, onChange }: MappingFieldProps) {
  const { time, decimalComma, thousands, currency = '', parentheses = false } = formsOf(mapping, role);
  const known = timeForms.some(({ value }) => value === time.form);
  const sign = decimalComma ? ',' : '.';
  const isZone = time.timeZone === undefined || zones.includes(time.timeZone);
  return (
    <div className="map-row">
      {preview.delimiter !== null && (
        <Select
          label="Cells are apart by"
          value={delimiterOf(mapping, role)}
          options={delimiters}
          onChange={(delimiter) => onChange(withDelimiter(mapping, role, delimiter))}
        />
      )}
      <Select
        label="Times are written"
        value={known ? time.form : other}
        options={[...timeForms, { value: other, title: 'Another way…' }]}
        onChange={(form) => onChange(withForms(mapping, role, { time: { ...time, form: form || 'YYYY-MM-DD HH:mm' } }))}
      />
      {!known && (
        <TextField
          label="Pattern of times"
          value={time.form}
          hint="YYYY MM DD HH mm ss"
          onChange={(form) => onChange(withForms(mapping, role, { time: { ...time, form: form || ' ' } }))}
        />
      )}
      <TextField
        label="Zone of times without one"
        value={time.timeZone ?? ''}
        placeholder="that of the terms"
        list={zones}
        error={isZone ? null : 'an IANA name, such as Europe/Berlin'}
        onChange={(timeZone) =>
          onChange(withForms(mapping, role, { time: { form: time.form, ...(timeZone === '' ? {} : { timeZone }) } }))
        }
      />
      <Select
        label="Numbers are written"
        value={(thousands === undefined ? sign : `${thousands} ${sign}`) as (typeof numbers)[number]['value']}
        options={numbers}
        onChange={(value) => onChange(withForms(mapping, role, numbersOf(value)))}
      />
      <TextField
        label="Currency beside amounts"
        value={currency}
        placeholder="none"
        list={currencies}
        error={isCurrency(currency) ? null : 'a sign or code without digits, such as $ or EUR'}
        onChange={(text) =>
          onChange(withForms(mapping, role, { currency: text.trim() === '' ? undefined : text.trim() }))
        }
      />
      <Select
        label="Amounts below zero"
        value={parentheses ? 'parentheses' : 'minus'}
        options={negatives}
        onChange={(value) =>
          onChange(withForms(mapping, role, { parentheses: value === 'parentheses' ? true : undefined }))
        }
      />
    </div>
  );
}

function numbersOf(value: (typeof numbers)[number]['value']) {
  const decimalComma = value.endsWith(',');
  const thousands = value.length === 1 ? undefined : (value[0] as ',' | '.' | ' ' | "'");
  return { decimalComma, thousands };
}
