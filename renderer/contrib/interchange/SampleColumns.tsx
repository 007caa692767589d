import type { ImportMapping } from './mapping.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { columnUse } from './mappingEdit.ts';

interface SampleColumnsProps {
  readonly columns: ImportPreview['columns'];
  readonly mapping: ImportMapping;
}

/** The columns as they stand in the file, with what each is used for; unused ones say so. */
export function SampleColumns({ columns, mapping }: SampleColumnsProps) {
  return (
    <details className="import-columns" open>
      <summary>{columns.length} columns in the file</summary>
      <ul>
        {columns.map(({ name, samples, secret }) => {
          const use = columnUse(mapping, name);
          return (
            <li key={name} className={use === null ? 'column-unused' : undefined}>
              <span className="column-name">{name === '' ? '(no name)' : name}</span>
              <span className="column-use">
                {secret ? 'holds keys: not kept' : mapping.format === 'csv' ? (use ?? 'not used') : ''}
              </span>
              <span className="column-samples">{samples.slice(0, 3).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
