/** Where the usage of a file goes in a workspace, by the file's name: `usage/Jan-2026.csv` for `Jan 2026.db`. */
export function usagePath(fileName: string): string {
  const name = fileName
    .replace(/\.(csv|tsv|txt|db|sqlite|json|ndjson|jsonl)$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return `usage/${name === '' ? 'usage' : name}.csv`;
}
