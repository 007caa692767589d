import { err, ok, type Result } from '../../../../shared/base/result.ts';
import type { Zone } from '../../../../shared/calendar/zone.ts';
import { mapsLedger, type AuditMapping } from '../../../../shared/interchange/auditMapping.ts';
import { readForeignHead, type ForeignHead } from '../../../../shared/interchange/importers/foreignHead.ts';
import {
  guessAuditMapping,
  guessRole,
  type MappedRole,
} from '../../../../shared/interchange/importers/guessAuditMapping.ts';
import { describeImportFault } from '../../../../shared/interchange/importers/importFault.ts';
import { shownCell } from '../../../../shared/interchange/importers/redact.ts';
import type { AuditPreview } from '../../../../shared/rpc/auditViews.ts';
import type { RpcError } from '../../../../shared/rpc/views.ts';
import type { Ports } from '../../../platform/ports.ts';
import { sha256Stream } from '../../../platform/sha256.ts';
import type { Where } from '../../threads/whereItFits.ts';
import type { ImportSource } from '../../import/importSource.ts';
import { recogniseSource } from '../../import/recogniseSource.ts';
import { readText } from '../readText.ts';
import { formatFingerprint, keptMapOf } from './keptMaps.ts';
import { roleReader, type HowRead } from './readAs.ts';
import { wordTally } from './wordTally.ts';

/** What a preview of a file is asked to show. */
export interface PreviewWish extends Where {
  /** Null: as its columns tell. */
  readonly role: MappedRole | null;
  /** Null: as our own format, else as it was read before, else as it seems. */
  readonly mapping: AuditMapping | null;
  readonly zone: Zone;
  readonly minorDigits: number;
}

/** A file beyond this is previewed by its beginning. */
const readBytes = 32 * 1024 * 1024;
const headBytes = 128 * 1024;
const samplesShown = 4;

/** Reads a file as an audit would, and shows what comes of it. Changes nothing. */
export async function previewSource(
  ports: Ports,
  source: ImportSource,
  wish: PreviewWish,
): Promise<Result<AuditPreview, RpcError>> {
  const start = await readStart(ports, source);
  if (!start.ok) return start;
  const head = readForeignHead(start.value.text, { whole: start.value.whole, delimiter: delimiterOf(wish) });
  const own = givenMapping(wish) ? null : await ownRole(start.value.text, wish);
  const role = own ?? wish.role ?? (head.ok ? guessRole(head.value) : null) ?? 'ledger';
  const how =
    own !== null
      ? ({ mapping: null, origin: 'own', doubts: [] } as const)
      : await mappingOf(ports, source, { role, wish, head });
  const read = await readAll(ports, source, {
    role,
    how: { ...wish, mapping: how.mapping },
    delimiter: how.mapping && head.ok ? (head.value.delimiter ?? ',') : null,
    foreign: own === null,
  });
  if (!read.ok) return read;
  return ok({
    name: source.name,
    bytes: source.bytes,
    role,
    roleKnown: own !== null || wish.role !== null || (head.ok && guessRole(head.value) !== null),
    ...how,
    ...(head.ok
      ? {
          fingerprint: formatFingerprint(role, head.value),
          delimiter: head.value.delimiter,
          columns: columnsOf(head.value),
        }
      : { fingerprint: null, delimiter: null, columns: [] }),
    ...read.value,
    fault: own === null && !head.ok ? head.error : read.value.fault,
  });
}

async function readStart(
  ports: Ports,
  source: ImportSource,
): Promise<Result<{ readonly text: string; readonly whole: boolean }, RpcError>> {
  let text = '';
  const faults: string[] = [];
  let first = true;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of beginning(source, headBytes)) {
      if (first) {
        const known = recogniseSource(chunk, source.name);
        if (!known.ok) faults.push(describeImportFault(known.error));
        else if (known.value.format === 'inference-db')
          faults.push('This is a database, and no ledger, usage record or invoices.');
        first = false;
      }
      if (faults.length > 0) return;
      yield chunk;
    }
  }
  const held = { shown: source.name, bytes: source.bytes, chunks };
  const read = await readText(ports, held, (piece) => {
    text += piece;
  });
  if (faults.length > 0) return err({ code: 'bad-input', message: `${source.name}: ${faults.join(' ')}` });
  if (!read.ok) return err({ code: read.error.kind, message: read.error.message });
  if (text.includes('\0'))
    return err({ code: 'bad-input', message: `${source.name} is no text: it holds NUL characters.` });
  return ok({ text, whole: source.bytes <= headBytes });
}

/** The first bytes of a source, cut at the last line end where there are more. */
async function* beginning(source: ImportSource, most: number): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const chunk of source.chunks()) {
    if (chunk.length <= left) {
      left -= chunk.length;
      yield chunk;
      continue;
    }
    const cut = chunk.subarray(0, left);
    const end = cut.lastIndexOf(10);
    // The zero byte after a line end belongs to it in UTF-16.
    const wide = end >= 0 && cut[end + 1] === 0 ? 2 : 1;
    yield end < 0 ? cut : cut.subarray(0, end + wide);
    return;
  }
}

const roles = ['ledger', 'usage', 'invoices'] as const;

/** The role in which a file is of our own format; null where it is in none that it may have. */
async function ownRole(text: string, { role, zone, minorDigits }: PreviewWish): Promise<MappedRole | null> {
  for (const each of role === null ? roles : [role]) {
    const reader = roleReader(each, { zone, minorDigits, mapping: null });
    reader.push(text);
    const read = await reader.end();
    if (typeof read !== 'string' && (read.rows.length > 0 || !/^\s*\{/.test(text))) return each;
  }
  return null;
}

/** The map that was given, where it says how a file of the role is read. */
function givenMapping({ role, mapping }: PreviewWish): AuditMapping | null {
  if (!mapping) return null;
  const says = role === 'usage' ? mapping.usage : role === 'invoices' ? mapping.invoices : mapsLedger(mapping);
  return says ? mapping : null;
}

function delimiterOf(wish: PreviewWish): AuditMapping['delimiter'] | null {
  const mapping = givenMapping(wish);
  if (wish.role === 'usage') return mapping?.usage?.delimiter ?? null;
  return (wish.role === 'invoices' ? mapping?.invoices?.delimiter : mapping?.delimiter) ?? null;
}

type Mapped = Pick<AuditPreview, 'mapping' | 'origin' | 'doubts'>;

async function mappingOf(
  ports: Ports,
  source: ImportSource,
  {
    role,
    wish,
    head,
  }: { readonly role: MappedRole; readonly wish: PreviewWish; readonly head: Result<ForeignHead, string> },
): Promise<Mapped> {
  const given = givenMapping(wish);
  if (given) return { mapping: given, origin: 'given', doubts: [] };
  if (!head.ok) return { mapping: null, origin: 'guessed', doubts: [] };
  const kept = await keptMapOf(ports, formatFingerprint(role, head.value));
  // A store that cannot be read only costs what it remembers.
  if (kept.ok && kept.value) return { mapping: kept.value, origin: 'remembered', doubts: [] };
  const words = await allWords(ports, source, head.value.delimiter ?? ',');
  const { mapping, doubts } = guessAuditMapping(head.value, role, (column) => words.get(column));
  const timeZone = wish.zone.id;
  return { mapping: { ...mapping, time: { timeZone, ...mapping.time } }, origin: 'guessed', doubts };
}

/** The words of all rows that are read: a kind may come late in a file. */
async function allWords(
  ports: Ports,
  source: ImportSource,
  delimiter: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tally = wordTally(delimiter);
  const held = { shown: source.name, bytes: source.bytes, chunks: () => beginning(source, readBytes) };
  await readText(ports, held, (text) => tally.push(text));
  return new Map(tally.end().map(({ column, words }) => [column, words.map(({ word }) => word)]));
}

function columnsOf({ columns, rows }: ForeignHead): AuditPreview['columns'] {
  return columns.map((name, index) => {
    const samples = [...new Set(rows.map((row) => row[index]!.trim()))].filter((sample) => sample !== '');
    return { name, samples: samples.slice(0, samplesShown).map((sample) => shownCell(name, sample)) };
  });
}

type Read = Pick<
  AuditPreview,
  'sha256' | 'whole' | 'fault' | 'words' | 'rows' | 'rowColumns' | 'refused' | 'refusedCount' | 'control'
>;

async function readAll(
  ports: Ports,
  source: ImportSource,
  {
    role,
    how,
    delimiter,
    foreign,
  }: { readonly role: MappedRole; readonly how: HowRead; readonly delimiter: string | null; readonly foreign: boolean },
): Promise<Result<Read, RpcError>> {
  const reader = roleReader(role, how);
  const tally = delimiter === null ? null : wordTally(delimiter);
  const hash = sha256Stream();
  const whole = source.bytes <= readBytes;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of beginning(source, readBytes)) {
      if (whole) hash.add(chunk);
      yield chunk;
    }
  }
  const read = await readText(ports, { shown: source.name, bytes: source.bytes, chunks: hashed }, (text) => {
    reader.push(text);
    tally?.push(text);
  });
  if (!read.ok) return err({ code: read.error.kind, message: read.error.message });
  const rows = foreign && how.mapping === null ? 'No map fits.' : await reader.end();
  const beside = { sha256: whole ? hash.digest() : null, whole, words: tally?.end() ?? [] };
  if (typeof rows === 'string') {
    return ok({ ...beside, fault: rows, rowColumns: [], rows: [], refused: [], refusedCount: 0, control: null });
  }
  const { columns: rowColumns, ...shown } = rows;
  return ok({ ...beside, fault: null, rowColumns, ...shown });
}
