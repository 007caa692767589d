import { ok, type Result } from '../../../shared/base/result.ts';
import type { ChainCase } from '../../../shared/audit/auditCase.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import {
  ledgerRowsReader,
  type LedgerRowsRead,
  type LedgerRowsReader,
} from '../../../shared/interchange/importers/ledgerRows.ts';
import type { AuditMapping } from '../../../shared/interchange/auditMapping.ts';
import type { Ports } from '../../platform/ports.ts';
import { systemCode } from '../../store/attempt.ts';
import type { LedgerFolder } from '../../store/ledgerFolder.ts';
import { ledgerLines } from '../../store/ledgerLines.ts';
import { describeStoreError } from '../../store/storeError.ts';
import { findFolder } from './findFolder.ts';
import { folderOf } from './folderOf.ts';
import {
  badInput,
  faultOf,
  readText,
  type AuditedFile,
  type AuditFault,
  type NamedFile,
  type TakeBytes,
} from './readText.ts';

/** A ledger as read: its rows, and what its chain of hashes shows. */
export interface LedgerRead extends LedgerRowsRead {
  readonly chain: Omit<ChainCase, 'kind' | 'at'> | null;
}

interface Reading {
  readonly zone: Zone;
  /** How a foreign export is read; null for our own formats. */
  readonly mapping: AuditMapping | null;
  /** A head kept from earlier; null without one. */
  readonly head: string | null;
  readonly progress: (bytes: number) => void;
}

/** Reads exported rows from a file, or a ledger folder with its chain verified. */
export async function readLedger(
  ports: Ports,
  file: AuditedFile,
  reading: Reading,
): Promise<Result<LedgerRead, AuditFault>> {
  const reader = ledgerRowsReader(reading.zone, reading.mapping);
  const folder = await folderOf(ports, file);
  const read = folder
    ? await readFolder(ports, folder, { ...reading, reader })
    : await readFile(ports, file, { ...reading, reader });
  if (!read.ok) return read;
  const rows = reader.end();
  return rows.ok ? ok({ ...rows.value, chain: read.value }) : badInput(`${file.shown}: ${rows.error}`);
}

type WithReader = Reading & { readonly reader: LedgerRowsReader };

async function readFile(
  ports: Ports,
  file: AuditedFile,
  { reader, progress }: WithReader,
): Promise<Result<null, AuditFault>> {
  const takeText = (text: string, bytes: number): void => {
    reader.push(text);
    progress(bytes);
  };
  const takeBytes: TakeBytes = (piece, bytes) => {
    progress(bytes);
    return reader.pushBytes(piece);
  };
  const read = await readText(ports, file, takeText, { takeBytes });
  return read.ok ? ok(null) : read;
}

/** Reads the rows of all segments, and gives their bytes. A segment that is gone takes its rows with it, which the chain tells. */
async function readRows(
  ports: Ports,
  folder: LedgerFolder,
  { reader, progress }: Pick<WithReader, 'reader' | 'progress'>,
): Promise<number> {
  let bytes = 0;
  try {
    for await (const lines of ledgerLines(ports.fs, folder)) {
      const text = lines.map((line) => `${line ?? ''}\n`).join('');
      reader.push(text);
      bytes += text.length;
      progress(bytes);
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  return bytes;
}

async function readFolder(
  ports: Ports,
  { absolute, shown }: NamedFile,
  { reader, head, progress }: WithReader,
): Promise<Result<LedgerRead['chain'], AuditFault>> {
  try {
    const found = await findFolder(ports, { absolute, shown });
    if (!found.ok) return found;
    const { folder } = found.value;
    const verified = await found.value.verify(head);
    if (!verified.ok) return badInput(describeStoreError(verified.error));
    const bytes = await readRows(ports, folder, { reader, progress });
    const { status, row, message } = verified.value;
    if (bytes === 0 && status !== 'intact') return badInput(`${shown}: ${message}`);
    return ok(status === 'intact' ? null : { row, status, found: message });
  } catch (error) {
    return { ok: false, error: faultOf(error, shown) };
  }
}
