import type { ImportCounts, ImportMapping, RefusedRow } from '../../shared/interchange/mapping.ts';

/** What a summary tells of. `path` where a file was written, `rows` where one would be. */
interface Summary {
  readonly name: string;
  readonly bytes: number;
  readonly mapping: ImportMapping;
  readonly counts: ImportCounts;
  readonly path?: string;
  readonly sha256?: string;
}

/** An import, or its preview, in plain words: what was read, by which mapping, with the control totals. */
export function importSummary({ name, bytes, mapping, counts, path, sha256 }: Summary): string {
  const { read, taken, refused, excluded, first, last } = counts;
  const title =
    path === undefined ? `Preview of ${name} (${bytes} bytes); nothing was written` : `Imported ${name} into ${path}`;
  const lines = [
    title,
    ...(path === undefined || sha256 === undefined ? [] : [`SHA-256 of the file written: ${sha256}`]),
    ...mappingLines(mapping),
    `Rows read: ${read}; usage rows: ${taken}; refused: ${refused}; left out: ${excluded}`,
    ...counts.totals.map((total) => `  ${total.meter}: ${total.quantity} in ${total.rows} rows`),
    ...(first === null ? [] : [`From ${first} to ${last}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** One refused or excluded row as a line. */
export function refusalLine({ line, column, reason, text, kind }: RefusedRow): string {
  const where = column === '' ? `line ${line}` : `line ${line}, ${column}`;
  return `${kind === 'refused' ? 'refused' : 'left out'} ${where}: ${reason}${text === '' ? '' : `: ${text}`}\n`;
}

function mappingLines(mapping: ImportMapping): string[] {
  if (mapping.format === 'inference') {
    return [
      `Counted: ${mapping.quantity}; hosted as ${mapping.hostedMeter}, self-hosted as ${mapping.selfHostedMeter}`,
    ];
  }
  const { time, timeZone, quantity, id } = mapping;
  const amounts =
    quantity.kind === 'wide'
      ? quantity.columns.map(({ column, meter }) => `${column} as ${meter}`).join(', ')
      : quantity.kind === 'long'
        ? `${quantity.quantityColumn} by ${quantity.meterColumn}`
        : `${quantity.column} as credits`;
  return [`Time: ${time.column} (${time.kind}, ${timeZone}); usage: ${amounts}; identity: ${id ?? 'none'}`];
}
