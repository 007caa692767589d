import * as nodePath from 'node:path';
import type { LedgerManifest, Segment } from '../../shared/ledger/manifest.ts';
import type { Ports } from '../platform/ports.ts';
import { refuse } from './attempt.ts';
import { indexLines } from './lineIndex.ts';
import { locate, lstatOrNull } from './locate.ts';
import { readManifest } from './manifestFile.ts';
import { StoreFailure } from './storeError.ts';
import type { Workspace } from './workspaceTypes.ts';

/** A ledger's folder as found: its segments, and what is wrong with it at first sight. */
export interface LedgerFolder {
  readonly absolute: string;
  readonly shown: string;
  readonly manifest: LedgerManifest | null;
  readonly segments: readonly Segment[];
  readonly rows: number;
  readonly damage: string | null;
}

/** Finds a ledger. Where its manifest is damaged, its rows are counted instead; nothing is changed. */
export async function findLedger(workspace: Workspace, path: string): Promise<LedgerFolder> {
  const { absolute, stat } = await locate(workspace, path);
  if (!stat.isDirectory()) refuse('not-a-folder', path, 'a ledger is a folder');
  const found = { absolute, shown: path };
  try {
    const manifest = await readManifest(workspace.ports, absolute, path);
    const damage = await segmentDamage(workspace.ports, absolute, manifest.segments);
    return { ...found, manifest, segments: manifest.segments, rows: manifest.rows, damage };
  } catch (error) {
    const damage = manifestDamage(error);
    const segments = await countSegments(workspace.ports, absolute, path);
    if (segments.length === 0) throw error;
    return { ...found, manifest: null, segments, rows: segments.at(-1)?.last ?? 0, damage };
  }
}

function manifestDamage(error: unknown): string {
  if (error instanceof StoreFailure && ['damaged', 'encoding', 'too-large', 'not-a-file'].includes(error.error.code)) {
    return `The manifest is damaged: ${error.error.cause}.`;
  }
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'The manifest is missing.';
  throw error;
}

/** A look at the sizes: the rows themselves are checked as they are read. */
async function segmentDamage(ports: Ports, folder: string, segments: readonly Segment[]): Promise<string | null> {
  for (const { file, bytes } of segments) {
    const stat = await lstatOrNull(ports.fs, nodePath.join(folder, file));
    if (!stat) return `${file} is missing.`;
    if (!stat.isFile()) return `${file} is not an ordinary file.`;
    if (stat.size !== bytes) return `${file} has ${stat.size} bytes, and had ${bytes} when it was written.`;
  }
  return null;
}

async function countSegments(ports: Ports, folder: string, shown: string): Promise<Segment[]> {
  const names = (await ports.fs.readFolder(folder)).map((entry) => entry.name);
  const segments: Segment[] = [];
  for (const file of names.filter((name) => /^rows-\d{6,}\.ndjson$/.test(name)).sort()) {
    const index = await indexLines(ports.fs, { absolute: nodePath.join(folder, file), shown: `${shown}/${file}` });
    const rows = index.lines + (index.whole ? 0 : 1);
    const before = segments.at(-1)?.last ?? 0;
    segments.push({ file, rows, bytes: index.bytes, first: before + 1, last: before + rows, hash: '' });
  }
  return segments;
}
