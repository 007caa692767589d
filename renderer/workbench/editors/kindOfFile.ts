/** The scheme that a file of the workspace opens with, by its name. */
export function kindOfFile(path: string): string {
  if (/^(user|workspace):/.test(path)) return 'text';
  if (path.endsWith('.scenario.json')) return 'scenario';
  if (path.endsWith('.comparison.json')) return 'comparison';
  if (path.endsWith('.quote.json')) return 'sealed';
  if (path.endsWith('.ledger')) return 'ledger';
  if (/(^|\/)usage\/.*\.(csv|ndjson|jsonl)$/.test(path)) return 'table';
  if (/\.(csv|ndjson|jsonl|db)$/.test(path) && !path.startsWith('usage/')) return 'import';
  return 'text';
}
