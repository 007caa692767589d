import { readJsonText } from '../../shared/base/jsonText.ts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import { importCsv } from '../../shared/interchange/importers/csvImporter.ts';
import { readForeignHead } from '../../shared/interchange/importers/foreignHead.ts';
import { guessAuditMapping } from '../../shared/interchange/importers/guessAuditMapping.ts';
import { ImportStop } from '../../shared/interchange/importers/importFault.ts';
import { guessInferenceMapping } from '../../shared/interchange/importers/guessInference.ts';
import { importInference } from '../../shared/interchange/importers/inferenceImporter.ts';
import { readInvoiceLines } from '../../shared/interchange/importers/invoiceLines.ts';
import { jsonElements, ndjsonElements } from '../../shared/interchange/importers/jsonElements.ts';
import { ledgerRowsReader } from '../../shared/interchange/importers/ledgerRows.ts';
import type { CsvMapping } from '../../shared/interchange/mapping.ts';
import { sha256Text } from '../../main/platform/sha256.ts';
import { readRowLine } from '../../shared/ledger/rowLine.ts';
import { decodeComparison } from '../../shared/planner/variants/decodeComparison.ts';
import { decodeScenario } from '../../shared/scenario/decode.ts';
import { usageFileReader } from '../../shared/scenario/usageFile.ts';
import { chainRow } from './chainRow.ts';
import { foreignDecoders } from './foreignDecoders.ts';
import { ledgerInFolder } from './ledgerInFolder.ts';
import { ledgerRow } from './ledgerRows.ts';
import { savedForms } from './savedForms.ts';
import { scenarioDocument } from './scenarioDocument.ts';
import { textStream } from './streams.ts';

/** Something that reads text from outside: whatever it is given, it answers, and throws nothing. */
export interface Decoder {
  readonly title: string;
  /** A text that is in order. */
  readonly good: string;
  /** True where the text was taken without a fault. */
  read(text: string): Promise<boolean> | boolean;
}

const zone = zoneOf('UTC')!;
const comparison = {
  format: 'drawdown.comparison/1',
  name: 'Acme',
  base: 'acme.scenario.json',
  variants: [{ name: 'As it is' }, { name: 'Capped', changes: [{ do: 'cap', amount: '200.50' }] }],
};
/** About what a file is read by. */
const pieceLength = 65_536;
const invoices = 'number,issuedAt,kind,credits,unitPrice,amount\n1,2026-02-01T00:00:00Z,subscription,,,299.00\n';
const usage = 'at,meter,quantity,credits,id\n2026-01-02T00:00:00Z,training,30,,job-1\n2026-01-03,,,"1.5",job-2\n';
const usageJson = '{"at":"2026-01-02","credits":"1.5","id":"a"}\n{"at":"2026-01-03","credits":2}\n';
const records = `${JSON.stringify({
  timestamp_start: 1_790_812_800_000_000,
  timestamp_stop: 1_790_812_810_000_000,
  processed_frames: 10,
  category: 'model',
  resource_id: 'hats/4',
  exec_session_id: 'run-1',
}).replaceAll('000000,', '000000000,')}\n`;
const wide: CsvMapping = {
  format: 'csv',
  delimiter: ',',
  time: { column: 'at', kind: 'iso' },
  timeZone: 'UTC',
  quantity: { kind: 'wide', columns: [{ column: 'quantity', meter: 'training' }] },
  id: 'id',
  decimalComma: false,
};
const row = ledgerRow({ seq: 1, id: 'job-1', meter: 'training', quantity: '30', credits: '1', includedAfter: '0' });
const ledgerText = `${JSON.stringify(row)}\n`;
const ledgerCsv = `${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`;

function ledger(text: string): boolean {
  const reader = ledgerRowsReader(zone);
  for (let at = 0; at < text.length; at += pieceLength) reader.push(text.slice(at, at + pieceLength));
  const read = reader.end();
  return read.ok && read.value.badRowCount === 0;
}

function usageFile(text: string): boolean {
  const reader = usageFileReader('a', zone);
  reader.push(text);
  return reader.end().diagnostics.every(({ severity }) => severity !== 'error');
}

/** A refusal that stops a source in mid-stream is an answer too. */
async function taken(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportStop) return false;
    throw error;
  }
}

async function inference(elements: Parameters<typeof importInference>[0], kind: 'json' | 'ndjson'): Promise<boolean> {
  let refused = 0;
  const mapping = { ...guessInferenceMapping(), hostedMeter: 'hosted', selfHostedMeter: 'self' };
  for await (const batch of importInference(elements, { kind, mapping })) refused += batch.refused.length;
  return refused === 0;
}

async function csvImport(text: string): Promise<boolean> {
  const batches = await importCsv(textStream(text, pieceLength), wide);
  if (!batches.ok) return false;
  let refused = 0;
  for await (const batch of batches.value) refused += batch.refused.length;
  return refused === 0;
}

/** Every reader of text that a customer may have written. */
export const decoders: readonly Decoder[] = [
  {
    title: 'a scenario',
    good: JSON.stringify(scenarioDocument({ usage: { events: [{ at: '2026-02-03', credits: 95, id: 'job-1' }] } })),
    read: (text) => decodeScenario(text).scenario !== null,
  },
  { title: 'JSON', good: '{"a":[1,"2",null,{"b":true}]}', read: (text) => readJsonText(text).faults.length === 0 },
  { title: 'usage as CSV', good: usage, read: usageFile },
  { title: 'usage as NDJSON', good: usageJson, read: usageFile },
  {
    title: 'an import of CSV',
    good: 'at,quantity,id\n2026-01-02,30,a\n',
    read: (text) => taken(() => csvImport(text)),
  },
  {
    title: "an inference server's JSON",
    good: records,
    read: (text) => taken(() => inference(jsonElements(textStream(text, pieceLength)), 'json')),
  },
  {
    title: "an inference server's NDJSON",
    good: records,
    read: (text) => taken(() => inference(ndjsonElements(textStream(text, pieceLength)), 'ndjson')),
  },
  { title: 'a ledger as NDJSON', good: ledgerText, read: ledger },
  { title: 'a ledger as CSV', good: ledgerCsv, read: ledger },
  {
    title: 'the row of a ledger',
    good: chainRow('0', row, sha256Text).line,
    read: (text) => readRowLine(text) !== null,
  },
  {
    title: 'invoices',
    good: invoices,
    read: (text) => {
      const read = readInvoiceLines(text, { zone, minorDigits: 2 });
      return read.ok && read.value.badRows.length === 0;
    },
  },
  {
    title: 'the head of a foreign export',
    good: 'Date;Credits;What\n2026-01-01;1,5;a\n2026-01-02;2,5;b\n',
    read: (text) => {
      const head = readForeignHead(text, { whole: true });
      if (head.ok) guessAuditMapping(head.value, 'ledger');
      return head.ok;
    },
  },
  {
    title: 'a comparison',
    good: JSON.stringify(comparison),
    read: (text) => decodeComparison(text).comparison !== null,
  },
  ...foreignDecoders,
  ledgerInFolder,
  ...savedForms.map(({ title, good, load }): Decoder => ({ title, good, read: (text) => load(text) !== null })),
];
