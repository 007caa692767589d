import { rowColumns, rowKinds, type LedgerRow } from './row.ts';

const kinds: ReadonlySet<unknown> = new Set(rowKinds);

/**
 * The row on a line of a segment, or null where the line is not JSON of a row: every column there, text in each but `seq`.
 * Other members (`hash`) are not looked at.
 */
export function parseRowLine(line: string): LedgerRow | null {
  const value = parseObject(line);
  if (!value || !Number.isSafeInteger(value['seq']) || !kinds.has(value['kind'])) return null;
  for (const column of rowColumns) {
    if (column !== 'seq' && typeof value[column] !== 'string') return null;
  }
  return value as unknown as LedgerRow;
}

/** The hash that a line states of itself, or null. */
export function statedHash(line: string): string | null {
  return /,"hash":"([0-9a-f]{64})","id":/.exec(line)?.[1] ?? null;
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
