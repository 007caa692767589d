import type { AuditMapping, AuditPreview } from '../../../../shared/rpc/auditViews.ts';
import { TextField } from '../../../base/TextField.tsx';
import { ColumnField } from './ColumnField.tsx';
import { kindTitles, ourColumns } from './columnWords.ts';
import { FormsFields } from './FormsFields.tsx';
import { LedgerFields } from './LedgerFields.tsx';
import type { MappedRole } from './mappedFile.ts';
import { columnsOf, kindsOf, withColumn, withKind, withMeter } from './mappingEdit.ts';
import { WordFields } from './WordFields.tsx';

export interface MappingFieldProps {
  readonly role: MappedRole;
  readonly mapping: AuditMapping;
  readonly preview: AuditPreview;
  onChange(mapping: AuditMapping): void;
}

/** How a foreign file is read, each choice correctable. */
export function MappingForm(props: MappingFieldProps) {
  const { role, mapping, preview, onChange } = props;
  const columns = columnsOf(mapping, role);
  return (
    <div className="map-form">
      <FormsFields {...props} />
      <div className="map-row">
        {ourColumns[role].map(({ id, title, needed }) => (
          <ColumnField
            key={id}
            label={title}
            needed={needed}
            value={columns[id] ?? ''}
            columns={preview.columns}
            onChange={(name) => onChange(withColumn(mapping, role, [id, name]))}
          />
        ))}
      </div>
      {role === 'ledger' && <LedgerFields {...props} />}
      {role !== 'usage' && <Kinds {...props} role={role} />}
      {role !== 'invoices' && columns['meter'] !== undefined && <Meters {...props} />}
    </div>
  );
}

function Kinds({ role, mapping, preview, onChange }: MappingFieldProps & { readonly role: 'ledger' | 'invoices' }) {
  const name = columnsOf(mapping, role)['kind'];
  const words = preview.words.find(({ column }) => column === name)?.words ?? [];
  if (name === undefined || words.length === 0) return null;
  const own = Object.fromEntries(kindTitles[role].map(([kind]) => [kind, kind]));
  const meaning = kindsOf(mapping, role) ?? own;
  return (
    <WordFields
      legend={`Kinds of ${role === 'ledger' ? 'rows' : 'lines'} in “${name}”`}
      words={words}
      meaning={meaning}
      options={kindTitles[role]}
      onChange={(word, kind) => onChange(withKind(withWords(mapping, role, words, meaning), role, [word, kind]))}
    />
  );
}

/** Where words were our own until now, each is named before one of them is changed. */
function withWords(
  mapping: AuditMapping,
  role: 'ledger' | 'invoices',
  words: readonly { readonly word: string }[],
  meaning: Readonly<Record<string, string>>,
): AuditMapping {
  if (kindsOf(mapping, role)) return mapping;
  return words.reduce(
    (all, { word }) => (Object.hasOwn(meaning, word) ? withKind(all, role, [word, meaning[word]!]) : all),
    mapping,
  );
}

function Meters({ role, mapping, preview, onChange }: MappingFieldProps) {
  const name = columnsOf(mapping, role)['meter'];
  const words = preview.words.find(({ column }) => column === name)?.words ?? [];
  if (words.length === 0) return null;
  return (
    <fieldset className="map-words">
      <legend>Meters in “{name}”, as the terms name them</legend>
      {words.map(({ word, rows }) => (
        <TextField
          key={word}
          label={`${word} (${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'})`}
          value={mapping.meters && Object.hasOwn(mapping.meters, word) ? mapping.meters[word]! : word}
          onChange={(meter) => onChange(withMeter(mapping, word, meter))}
        />
      ))}
    </fieldset>
  );
}
