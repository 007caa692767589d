import type { Diagnostic } from '../../shared/base/diagnostic.ts';

/** Text from a file as a terminal may show it: control characters, which could steer it, are made visible. */
export function plainText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A fault in one line: `FILE:12:5: error: … Expected: … (at timeline[2].plan)` */
export function describeDiagnostic(diagnostic: Diagnostic, document: string): string {
  const { file, place, severity, path } = diagnostic;
  const where = [file ?? document, ...(place ? [place.line, place.column] : [])].join(':');
  const at = path === '' ? '' : ` (at ${path})`;
  return plainText(`${where}: ${severity}: ${messageOf(diagnostic)}${at}`);
}

/** The message with what was expected, where the message does not say so itself. */
function messageOf({ message, expected }: Diagnostic): string {
  return expected === undefined || message.includes(expected) ? message : `${message} Expected: ${expected}.`;
}

/** Rows in columns: numbers to the right, words to the left. */
export function table(rows: readonly (readonly string[])[], right: readonly number[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const cell = (text: string, column: number): string =>
    right.includes(column) ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n') + '\n';
}
