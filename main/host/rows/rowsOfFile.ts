import type { CellKind } from '../../../shared/base/rows/cellKind.ts';
import { isCountName } from '../../../shared/base/rows/isCountName.ts';
import { isCurrencyName } from '../../../shared/base/rows/isCurrencyName.ts';
import { isMeasure } from '../../../shared/base/rows/isMeasure.ts';
import { err, ok, type Result } from '../../../shared/base/result.ts';
import type { CsvRecord } from '../../../shared/interchange/importers/csvRecords.ts';
import { isSecretName, redacted, shownText } from '../../../shared/interchange/importers/redact.ts';
import type { CellsRow, RowsColumn } from '../../../shared/rpc/rowViews.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';
import type { Fs } from '../../platform/fs.ts';
import { attempt } from '../../store/attempt.ts';
import { decodeText } from '../../store/decodeText.ts';
import { readLines } from '../../store/lineIndex.ts';
import { fromStore } from '../fromStore.ts';
import { recordsOf, splitterOf, type IndexedFile } from './indexFile.ts';
import type { CellsOfRow, RowsOf } from './rowsOf.ts';
import { stretches, type Stretch } from './stretches.ts';

/** The rows of a file of the folder, as they stand there, each with its line; what may be a secret is masked. */
export function rowsOfFile(fs: Fs, indexed: IndexedFile, isAsBefore: () => Promise<boolean>): RowsOf {
  const { file, names, kinds, begins } = indexed;
  const cellsOf = cellReader(indexed);
  return {
    columns: [{ id: 'Line', kind: 'number' }, ...names.map((id, at) => columnOf(id, kinds[at]!))],
    total: begins.length,
    async *blocks() {
      let isHead = true;
      for await (const records of recordsOf(fs, file, () => splitterOf(indexed))) {
        if (records.length === 0) continue;
        yield (isHead ? records.slice(1) : records).map(cellsOf);
        isHead = false;
      }
    },
    async at(positions) {
      if (!(await isAsBefore())) return err(changed(file.shown));
      const rows = new Map<number, CellsRow>();
      for (const stretch of stretches(positions)) {
        const read = await readStretch(fs, indexed, stretch);
        if (!read.ok) return read;
        read.value.forEach((record, at) => {
          const position = stretch.from + at;
          const cells = cellsOf({ ...record, line: begins[position]! });
          rows.set(position, { row: position + 1, cells: ['Line', ...names].map((_, column) => cells(column)) });
        });
      }
      return ok(Array.from(positions, (position) => rows.get(position)!));
    },
  };
}

function columnOf(id: string, kind: CellKind): RowsColumn {
  if (kind === 'text') return { id, kind, ...(isCurrencyName(id) ? { isCurrency: true } : {}) };
  if (kind !== 'number' || !isMeasure(id)) return { id, kind };
  return { id, kind, isAmount: true, ...(isCountName(id) ? { isCount: true } : {}) };
}

async function readStretch(
  fs: Fs,
  indexed: IndexedFile,
  { from, count }: Stretch,
): Promise<Result<readonly CsvRecord[], RpcError>> {
  const { file, begins, lines, delimiter } = indexed;
  const first = begins[from]!;
  const end = begins[from + count] ?? lines.lines + (lines.whole ? 1 : 2);
  const bytes = await attempt(file.shown, () => readLines(fs, file, lines, { from: first - 1, count: end - first }));
  if (!bytes.ok) return fromStore(bytes);
  const splitter = splitterOf(indexed);
  const all = [...splitter.push(decodeText(bytes.value, file.shown)), ...splitter.end()];
  // Lines of JSON are read with the names first, and by these names.
  const records = delimiter === null ? inColumns(all, indexed.header) : all;
  return records.length === count ? ok(records) : err(changed(file.shown));
}

function inColumns([head, ...records]: readonly CsvRecord[], names: readonly string[]): readonly CsvRecord[] {
  if (!head) return [];
  const places = names.map((name) => head.cells.indexOf(name));
  return records.map((record) => ({ ...record, cells: places.map((place) => record.cells[place] ?? '') }));
}

function changed(path: string): RpcError {
  return { code: 'file-changed', message: `${path} was changed meanwhile: open it again.` };
}

/** Cells that cannot hold a secret nor anything invisible need no look. */
const harmless = /^[\w.+-]{0,14}$|^[\dTZ:.+-]{0,40}$/;

function cellReader({ names }: IndexedFile): (record: CsvRecord) => CellsOfRow {
  const secret = names.map(isSecretName);
  return ({ line, cells, fault, text }) => {
    if (fault !== null) return (column) => (column === 0 ? String(line) : column === 1 ? shownText(text) : '');
    return (column) => {
      if (column === 0) return String(line);
      const cell = cells[column - 1] ?? '';
      if (secret[column - 1]) return cell === '' ? '' : redacted;
      return harmless.test(cell) ? cell : shownText(cell);
    };
  };
}
