import type { Role } from './auditFile.ts';

/** What a file is by the names in its head: the start of a CSV or of NDJSON. Null where they tell nothing. */
export function roleOfText(head: string): Role | null {
  if (/"format"\s*:\s*"drawdown\.audit-map\//.test(head)) return 'map';
  const first = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const names = new Set(namesOf(first));
  const has = (...wanted: readonly string[]): boolean => wanted.every((name) => names.has(name));
  if (has('number', 'amount') || has('issuedat', 'amount')) return 'invoices';
  if (has('at', 'kind')) return 'ledger';
  if (has('at', 'meter') || has('at', 'quantity') || has('at', 'credits')) return 'usage';
  return null;
}

function namesOf(line: string): readonly string[] {
  if (!line.trimStart().startsWith('{')) return line.split(/[,;\t]/).map(plain);
  return [...line.matchAll(/"([^"\\]{1,64})"\s*:/g)].map(([, name = '']) => plain(name));
}

function plain(name: string): string {
  return name.trim().replace(/^"|"$/g, '').toLowerCase();
}
