import { rowColumns } from '../../ledger/row.ts';
import type { UsageField } from '../../scenario/usageSink.ts';
import { PlainJson, type MemberForm } from './plainJson.ts';

const text: MemberForm = { text: true, bare: 'none' };
const isColumn: ReadonlySet<string> = new Set(rowColumns);

/** Rows of our own NDJSON, with or without their hashes, by the first line of a file: other members count for nothing. */
export function plainLedgerJson(line: string): PlainJson | null {
  const form = (name: string): MemberForm => (isColumn.has(name) ? { text: true, bare: 'whole' } : text);
  return PlainJson.of(line, form, rowColumns, 'cause');
}

const usageForms: Readonly<Record<UsageField, MemberForm>> = {
  at: text,
  meter: text,
  quantity: { text: true, bare: 'decimal' },
  credits: { text: true, bare: 'decimal' },
  id: text,
  calls: { text: false, bare: 'whole' },
  whole: { text: false, bare: 'truth' },
  billable: { text: false, bare: 'truth' },
};

/** A usage file in NDJSON, by its first line. */
export function plainUsageJson(line: string): PlainJson | null {
  return PlainJson.of(line, (name) => (Object.hasOwn(usageForms, name) ? usageForms[name as UsageField] : null));
}
