import { useState } from 'react';
import { Segmented } from '../../../base/Segmented.tsx';
import { Select } from '../../../base/Select.tsx';
import { TextField } from '../../../base/TextField.tsx';
import { ColumnField } from './ColumnField.tsx';
import { balanceColumns, drawColumns, kindTitles, poolTitles } from './columnWords.ts';
import { withColumn, withDrawColumn, withOneDraw, withOneKind, withPool, withUnit, type Pool } from './mappingEdit.ts';
import type { MappingFieldProps } from './MappingForm.tsx';
import { WordFields } from './WordFields.tsx';

/** What only a ledger has: how it shows what was drawn, its balances, signs and units. */
export function LedgerFields({ mapping, preview, onChange }: MappingFieldProps) {
  const { columns } = preview;
  const { draw } = mapping;
  const column = (id: string, title: string) => (
    <ColumnField
      key={id}
      label={title}
      columns={columns}
      value={(mapping.columns as Readonly<Record<string, string>>)[id] ?? ''}
      onChange={(name) => onChange(withColumn(mapping, 'ledger', [id, name]))}
    />
  );
  return (
    <>
      {mapping.columns.kind === undefined && (
        <Select
          label="All rows are"
          value={mapping.kind ?? ''}
          options={[
            { value: '', title: 'Choose a kind…' },
            ...kindTitles.ledger.map(([value, title]) => ({ value, title })),
          ]}
          onChange={(kind) => onChange(withOneKind(mapping, kind))}
        />
      )}
      <Segmented<'several' | 'one'>
        label="What was drawn stands in"
        options={[
          { id: 'several', title: 'A column for each pool' },
          { id: 'one', title: 'One column, the pool named beside' },
        ]}
        value={draw ? 'one' : 'several'}
        onChange={(id) =>
          onChange(
            withOneDraw(
              mapping,
              id === 'one',
              columns.map(({ name }) => name),
            ),
          )
        }
      />
      {draw ? <OneDraw {...{ mapping, preview, onChange, role: 'ledger' }} /> : null}
      <div className="map-row">
        {!draw && drawColumns.map(({ id, title }) => column(id, title))}
        {balanceColumns.map(({ id, title }) => column(id, title))}
      </div>
      <Units {...{ mapping, preview, onChange, role: 'ledger' }} />
    </>
  );
}

function OneDraw({ mapping, preview, onChange }: MappingFieldProps) {
  const { draw } = mapping;
  if (!draw) return null;
  const words = preview.words.find(({ column }) => column === draw.pool)?.words ?? [];
  return (
    <>
      <div className="map-row">
        {(['column', 'pool'] as const).map((part) => (
          <ColumnField
            key={part}
            label={part === 'column' ? 'What was drawn' : 'From which pool'}
            value={draw[part]}
            columns={preview.columns}
            needed
            onChange={(name) => onChange(withDrawColumn(mapping, part, name))}
          />
        ))}
      </div>
      <WordFields
        legend={`Pools in “${draw.pool}”`}
        words={words}
        meaning={draw.pools}
        options={poolTitles}
        onChange={(word, pool) => onChange(withPool(mapping, word, pool as Pool | null))}
      />
    </>
  );
}

function Units({ mapping, onChange }: MappingFieldProps) {
  const [price, setPrice] = useState(mapping.centsPerCredit ?? '');
  const isPrice = /^\d{1,12}(\.\d{1,9})?$/.test(price) && /[1-9]/.test(price);
  return (
    <div className="map-row">
      <Select
        label="Usage shows what it draws"
        value={mapping.drawSign}
        options={[
          { value: 'positive', title: 'Above zero: 12.5' },
          { value: 'negative', title: 'Below zero: −12.5' },
        ]}
        onChange={(drawSign) => onChange({ ...mapping, drawSign })}
      />
      <Select
        label="Amounts are"
        value={mapping.unit}
        options={[
          { value: 'credits', title: 'Credits' },
          { value: 'cents', title: 'Cents: hundredths of the currency' },
        ]}
        onChange={(unit) => onChange(withUnit(mapping, unit, isPrice ? price : ''))}
      />
      {mapping.unit === 'cents' && (
        <TextField
          label="Cents of one credit"
          numeric
          value={price}
          placeholder="400"
          error={isPrice ? null : 'a number above zero, such as 400'}
          onChange={(text) => {
            setPrice(text);
            const valid = /^\d{1,12}(\.\d{1,9})?$/.test(text) && /[1-9]/.test(text);
            onChange(withUnit(mapping, 'cents', valid ? text : ''));
          }}
        />
      )}
    </div>
  );
}
