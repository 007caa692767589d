import type { PackParts } from './evidencePack.ts';

/** What was done, step by step, and the command that does it again from the files of the pack. */
export function evidenceLog({ evidence, inputs, options }: PackParts): string {
  const { report, versions, judgement, samples, unread, head } = evidence;
  const counts = Object.entries(report.findingCounts).map(([code, count]) => `${count} ${code}`);
  const lines = [
    `${versions.engine}, rules ${versions.policy}`,
    ...inputs.files.map(({ path, bytes, sha256 }) => `read ${path}: ${bytes} bytes, SHA-256 ${sha256}`),
    ...(head === null ? [] : [`head hash of the ledger: ${head}`]),
    `recomputed and compared ${report.rows} rows and ${report.invoiceLines} invoice lines`,
    ...(unread.count > 0 ? [`left out ${unread.count} rows that could not be read`] : []),
    `status: ${report.status}${counts.length > 0 ? `; ${counts.join(', ')}` : ''}`,
    ...(judgement ? [`judgement: ${judgement.verdict}. ${judgement.message}`] : []),
    ...samples.map(({ rows, population, seed }) => `drew ${rows.length} of ${population} rows with seed ${seed}`),
    'read all inputs again for this pack: not one byte had changed',
    '',
    'To make this audit again, in the folder of this file:',
    ['drawdown audit', ...inputOptions(inputs), ...options].join(' '),
    'To check that nothing in this pack was changed:',
    'sha256sum -c SHA256SUMS',
  ];
  return `${lines.join('\n')}\n`;
}

function inputOptions({ places }: PackParts['inputs']): string[] {
  return Object.entries(places).map(([role, place]) => `--${role} ${quoted(place)}`);
}

/** A word as a shell reads it. */
function quoted(word: string): string {
  return /^[A-Za-z0-9._/+@-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
