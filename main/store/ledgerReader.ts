import * as nodePath from 'node:path';
import type { Result } from '../../shared/base/result.ts';
import type { Segment } from '../../shared/ledger/manifest.ts';
import type { LedgerRow } from '../../shared/ledger/row.ts';
import { follows, readRowLine } from '../../shared/ledger/rowLine.ts';
import type { LedgerView, RowsPage } from '../../shared/rpc/views.ts';
import type { Ports } from '../platform/ports.ts';
import { attempt } from './attempt.ts';
import { decodeText } from './decodeText.ts';
import { findLedger, type LedgerFolder } from './ledgerFolder.ts';
import { ledgerView } from './ledgerView.ts';
import { indexLines, readLines, type LineIndex } from './lineIndex.ts';
import { StoreFailure, type StoreError } from './storeError.ts';
import type { Ledger, Workspace } from './workspaceTypes.ts';

/** Opens a ledger for reading. A damaged one is opened too, with what is wrong in its view, and left as it is. */
export function openLedger(workspace: Workspace, path: string): Promise<Result<Ledger, StoreError>> {
  return attempt(path, async () => {
    const folder = await findLedger(workspace, path);
    const read = rowReader(workspace.ports, folder);
    return {
      view: folder.manifest
        ? ledgerView(path, folder.manifest, folder.damage)
        : await viewWithoutManifest(folder, read),
      manifest: folder.manifest,
      rows: (from, count) =>
        attempt(path, async (): Promise<RowsPage> => ({ from, total: folder.rows, rows: await read(from, count) })),
    };
  });
}

type ReadRows = (from: number, count: number) => Promise<LedgerRow[]>;

function rowReader(ports: Ports, folder: LedgerFolder): ReadRows {
  const indexes = new Map<string, Promise<LineIndex>>();

  async function indexOf(segment: Segment): Promise<LineIndex> {
    const known = indexes.get(segment.file) ?? indexLines(ports.fs, fileOf(folder, segment));
    indexes.set(segment.file, known);
    try {
      return await known;
    } catch (error) {
      indexes.delete(segment.file);
      throw error;
    }
  }

  return async (from, count) => {
    const rows: LedgerRow[] = [];
    for (const segment of folder.segments) {
      const first = Math.max(from, segment.first - 1);
      const until = Math.min(from + count, segment.last);
      if (first < until)
        rows.push(...(await readPart(ports, folder, { segment, first, until, index: await indexOf(segment) })));
    }
    return rows;
  };
}

interface Part {
  readonly segment: Segment;
  readonly index: LineIndex;
  /** Rows `[first, until)` of the ledger, counted from 0. */
  readonly first: number;
  readonly until: number;
}

/** Reads rows of one segment and checks that each follows from the one before. */
async function readPart(
  ports: Ports,
  folder: LedgerFolder,
  { segment, index, first, until }: Part,
): Promise<LedgerRow[]> {
  const inSegment = first - (segment.first - 1);
  const lead = inSegment > 0 ? 1 : 0;
  const file = fileOf(folder, segment);
  const range = { from: inSegment - lead, count: until - first + lead };
  const lines = decodeText(await readLines(ports.fs, file, index, range), file.shown).split('\n');
  let previous = lead === 1 ? (readRowLine(lines[0] ?? '')?.hash ?? null) : hashBefore(folder, segment);
  const rows: LedgerRow[] = [];
  for (let row = first; row < until; row++) {
    const next = readRowLine(lines[row - first + lead] ?? '');
    const isNext = next?.seq === row + 1 && (previous === null || follows(previous, next, ports.sha256));
    if (!next || !isNext) throw damagedRow(file.shown, row + 1);
    rows.push(next.row);
    previous = next.hash;
  }
  return rows;
}

/** The hash before a segment's first row; null where the manifest that states it is damaged. */
function hashBefore({ manifest, segments }: LedgerFolder, segment: Segment): string | null {
  if (!manifest) return null;
  return segment.first === 1 ? manifest.scenarioSha256 : (segments[segments.indexOf(segment) - 1]?.hash ?? null);
}

function damagedRow(path: string, row: number): StoreFailure {
  return new StoreFailure({ code: 'damaged-row', path, row, cause: 'the row does not follow from the one before it' });
}

function fileOf({ absolute, shown }: LedgerFolder, { file }: Segment) {
  return { absolute: nodePath.join(absolute, file), shown: `${shown}/${file}` };
}

/** What can still be said of a ledger whose manifest is lost. */
async function viewWithoutManifest(folder: LedgerFolder, read: ReadRows): Promise<LedgerView> {
  const last = (await attempt(folder.shown, () => read(Math.max(0, folder.rows - 1), 1))) satisfies Result<
    LedgerRow[],
    StoreError
  >;
  const row = last.ok ? last.value[0] : undefined;
  return {
    path: folder.shown,
    format: '',
    name: nodePath.basename(folder.shown, '.ledger'),
    currency: '',
    rowCount: folder.rows,
    head: '',
    scenarioSha256: '',
    engine: '',
    policy: '',
    createdAt: '',
    closing: {
      included: row?.includedAfter ?? '',
      prepaid: row?.prepaidAfter ?? '',
      flexMonth: row?.flexMonthAfter ?? '',
    },
    damage: folder.damage,
  };
}
