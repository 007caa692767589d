import { Select } from '../../../base/Select.tsx';
import type { AuditPreview } from '../../../../shared/rpc/auditViews.ts';

interface ColumnFieldProps {
  readonly label: string;
  readonly value: string;
  readonly columns: AuditPreview['columns'];
  readonly needed?: boolean | undefined;
  onChange(name: string): void;
}

/** Which column of the file one of ours is read from, with its first values. */
export function ColumnField({ label, value, columns, needed = false, onChange }: ColumnFieldProps) {
  const missing = value !== '' && !columns.some(({ name }) => name === value);
  const samples = columns.find(({ name }) => name === value)?.samples ?? [];
  return (
    <Select
      label={needed ? `${label} (needed)` : label}
      value={value}
      options={[
        { value: '', title: needed ? 'Choose a column…' : 'Not in the file' },
        ...(missing ? [{ value, title: value }] : []),
        ...columns.map(({ name }) => ({ value: name, title: name })),
      ]}
      hint={samples.length > 0 ? samples.slice(0, 3).join(' · ') : undefined}
      error={missing ? 'The file has no such column.' : null}
      onChange={onChange}
    />
  );
}
