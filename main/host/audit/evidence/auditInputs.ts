import * as nodePath from 'node:path';
import type { EvidenceSource } from '../../../../shared/audit/evidence/evidence.ts';
import type { Ports } from '../../../platform/ports.ts';
import { sha256Stream } from '../../../platform/sha256.ts';
import { nameFault } from '../../../store/fileNames.ts';
import { readManifest } from '../../../store/manifestFile.ts';
import { readChunks } from '../../../store/readBytes.ts';
import { StoreFailure } from '../../../store/storeError.ts';
import { mostArchiveBytes } from '../../../store/zipArchive.ts';
import type { NamedFile } from '../readText.ts';

export type InputRole = EvidenceSource['role'];

/** The files of an audit, as they were named. */
export type NamedInputs = Readonly<Record<InputRole, NamedFile | null>>;

/** One file that an audit reads, hashed before it. A ledger folder is several. */
export interface AuditInputFile {
  readonly role: InputRole;
  readonly absolute: string;
  readonly shown: string;
  /** Its place in the evidence pack. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of an audit, and the head of the ledger's chain, where there is one. */
export interface AuditInputs {
  readonly files: readonly AuditInputFile[];
  /** What is named on the command line to audit the copies in the pack: a file, or the folder of a ledger. */
  readonly places: Readonly<Partial<Record<InputRole, string>>>;
  readonly head: string | null;
}

const roles: readonly InputRole[] = ['terms', 'ledger', 'usage', 'invoices', 'map'];

/** Hashes the files of an audit before they are read for it. Throws refusals of the store. */
export async function auditInputs(ports: Ports, named: NamedInputs): Promise<AuditInputs> {
  const files: AuditInputFile[] = [];
  const places: Partial<Record<InputRole, string>> = {};
  let head: string | null = null;
  for (const role of roles) {
    const file = named[role];
    if (!file) continue;
    const absolute = await ports.fs.realpath(file.absolute);
    const place = `inputs/${role}/${safeName(nodePath.basename(absolute), role)}`;
    places[role] = place;
    const isFolder = (await ports.fs.stat(absolute)).isDirectory();
    if (isFolder) head = await headOf(ports, absolute, file.shown);
    const parts = isFolder ? await folderFiles(ports, absolute) : [''];
    for (const part of parts) {
      const shown = part === '' ? file.shown : `${file.shown}/${part}`;
      const at = part === '' ? absolute : nodePath.join(absolute, part);
      const path = part === '' ? place : `${place}/${safeName(part, role)}`;
      files.push({ role, absolute: at, shown, path, ...(await hashed(ports, at, shown)) });
    }
  }
  checkSize(files);
  return { files, places, head };
}

/** The files that make a ledger; whatever else lies in its folder is no part of it. */
async function folderFiles(ports: Ports, absolute: string): Promise<string[]> {
  const entries = await ports.fs.readFolder(absolute);
  return entries
    .filter((entry) => entry.isFile() && /^(manifest\.json|rows-\d{6,}\.ndjson)$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
}

async function headOf(ports: Ports, absolute: string, shown: string): Promise<string | null> {
  try {
    return (await readManifest(ports, absolute, shown)).head;
  } catch (error) {
    if (error instanceof StoreFailure) return null;
    throw error;
  }
}

async function hashed(ports: Ports, absolute: string, shown: string) {
  const hash = sha256Stream();
  let bytes = 0;
  for await (const chunk of readChunks(ports.fs, { absolute, shown })) {
    hash.add(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest() };
}

/** A name that every system can unpack. */
function safeName(name: string, role: InputRole): string {
  if (nameFault(name) === null && !name.startsWith('-')) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return `${role}${extension}`;
}

function checkSize(files: readonly AuditInputFile[]): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const limit = mostArchiveBytes;
  if (bytes > limit)
    throw new StoreFailure({ code: 'too-large', path: 'the files of the audit', cause: 'size', bytes, limit });
}
