import { strictJson } from '../../shared/base/strictJson.ts';
import { zoneOf } from '../../shared/calendar/zone.ts';
import { auditMapping } from '../../shared/interchange/auditMapping.ts';
import { readInvoiceLines } from '../../shared/interchange/importers/invoiceLines.ts';
import { ledgerRowsReader } from '../../shared/interchange/importers/ledgerRows.ts';
import { readAuditMap } from '../../shared/interchange/importers/readAuditMap.ts';
import { usageRecordReader } from '../../shared/interchange/importers/usageRecordRows.ts';
import { importMapping } from '../../shared/interchange/mapping.ts';
import { sha256Text } from '../../main/platform/sha256.ts';
import { entryHash, entryLine, journalStart, readJournal } from '../../main/store/journal.ts';
import type { Ports } from '../../main/platform/ports.ts';
import { StoreFailure } from '../../main/store/storeError.ts';
import type { Decoder } from './decoders.ts';
import { memoryDisk } from './memoryDisk.ts';

const zone = zoneOf('UTC')!;
/** About what a file is read by. */
const pieceLength = 65_536;
const map = {
  format: 'drawdown.audit-map/1',
  delimiter: ';',
  columns: { at: 'Date', credits: 'Credits', kind: 'Type', id: 'Name' },
  kinds: { usage: 'use' },
  time: { form: 'DD.MM.YYYY HH:mm', timeZone: 'Europe/Berlin' },
  decimalComma: true,
  thousands: '.',
  currency: '€',
  parentheses: true,
  drawSign: 'negative',
  usage: { delimiter: ';', columns: { at: 'Date', credits: 'Credits', id: 'Name' } },
  invoices: {
    delimiter: ';',
    columns: { number: 'No', issuedAt: 'Date', kind: 'Type', amount: 'Sum' },
    kinds: { fee: 'subscription' },
  },
};
const mapping = auditMapping.parse(map);

interface Reader {
  push(text: string): void;
  end(): { readonly ok: boolean; readonly value?: { readonly badRowCount: number } };
}

function readInPieces(reader: Reader, text: string): boolean {
  for (let at = 0; at < text.length; at += pieceLength) reader.push(text.slice(at, at + pieceLength));
  const read = reader.end();
  return read.ok && read.value?.badRowCount === 0;
}

const ledger = (text: string) => readInPieces(ledgerRowsReader(zone, mapping), text);
const record = (text: string) => readInPieces(usageRecordReader('usage', { zone, mapping }) as Reader, text);

const journalPorts = { sha256: sha256Text } as Ports;
function journalOf(notes: readonly string[]): string {
  let hash = journalStart(journalPorts);
  return notes
    .map((note, index) => {
      const entry = { seq: index + 1, id: `id-${index}`, at: '2026-01-02T00:00:00Z', kind: 'note', note } as const;
      hash = entryHash(journalPorts, hash, entry);
      return `${entryLine({ ...entry, hash })}\n`;
    })
    .join('');
}

async function journal(text: string): Promise<boolean> {
  const { fs } = memoryDisk({ acme: { 'history.ndjson': new TextEncoder().encode(text) } });
  try {
    const { entries, torn } = await readJournal({ ...journalPorts, fs }, '/acme/history.ndjson');
    return entries.length > 0 && torn === null;
  } catch (error) {
    if (error instanceof StoreFailure) return false;
    throw error;
  }
}

/** Readers of what other programs wrote, by a map, and of the journal that comes with a folder. */
export const foreignDecoders: readonly Decoder[] = [
  {
    title: 'a ledger by a map',
    good: 'Date;Credits;Type;Name\n05.01.2026 10:00;-1.234,5 €;usage;a\n06.01.2026 10:00;(5);usage;b\n',
    read: ledger,
  },
  {
    title: 'lines of JSON by a map',
    good: '{"Date":"05.01.2026 10:00","Credits":"-1,5","Type":"usage","Name":"a"}\n',
    read: ledger,
  },
  {
    title: 'a record of usage by a map',
    good: 'Date;Credits;Name\n05.01.2026 10:00;1,5;a\n06.01.2026 10:00;5;b\n',
    read: record,
  },
  {
    title: 'invoices by a map',
    good: 'No;Date;Type;Sum\n1;01.02.2026 00:00;fee;299,00\n',
    read: (text) => {
      const read = readInvoiceLines(text, { zone, minorDigits: 2 }, mapping);
      return read.ok && read.value.badRows.length === 0;
    },
  },
  { title: 'the map of a foreign export', good: JSON.stringify(map), read: (text) => readAuditMap(text).ok },
  {
    title: 'the map of an import',
    good: JSON.stringify({
      format: 'csv',
      delimiter: ',',
      time: { column: 'at', kind: 'iso' },
      timeZone: 'UTC',
      quantity: { kind: 'wide', columns: [{ column: 'quantity', meter: 'training' }] },
      id: 'id',
      decimalComma: false,
    }),
    read: (text) => {
      const json = strictJson(text);
      return json.ok && importMapping.safeParse(json.value).success;
    },
  },
  { title: 'the history of a folder', good: journalOf(['what was seen', 'and signed']), read: journal },
];
