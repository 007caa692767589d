import { strToU8, Zip, ZipDeflate } from 'fflate';
import { assert } from '../../../base/assert.ts';
import { cellXml, columnName, type Cell } from './cell.ts';
import { sheetEnd, sheetPath, sheetStart, workbookParts } from './parts.ts';

/** Rows that one sheet can hold. */
export const mostSheetRows = 1_048_576;

/** A sheet: its rows are asked for when all sheets before it are written. */
export interface Sheet {
  readonly name: string;
  /** Widths of its columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: () => Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** Files in the archive bear this date, so that one ledger gives one file, byte for byte. */
const fileDate = new Date(1980, 0, 1);
/** Fast rather than small: rows of XML shrink to a tenth either way. */
const level = 3;
const blockLength = 1 << 16;

/** A workbook as pieces of an XLSX file (Office Open XML, ISO/IEC 29500), of any length in little memory. */
export async function* xlsxWorkbook(sheets: readonly Sheet[], minorDigits: number): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    assert(error === null, 'an archive of plain parts is always written');
    pieces.push(piece);
  });
  const taken = (): Uint8Array[] => {
    const ready = pieces;
    pieces = [];
    return ready;
  };
  const names = sheets.map(({ name }) => name);
  for (const [path, xml] of workbookParts(names, minorDigits)) open(zip, path).push(strToU8(xml), true);
  for (const [index, sheet] of sheets.entries()) {
    const file = open(zip, sheetPath(index + 1));
    for await (const block of sheetBlocks(sheet)) {
      file.push(strToU8(block));
      yield* taken();
    }
    file.push(strToU8(sheetEnd), true);
  }
  zip.end();
  yield* taken();
}

function open(zip: Zip, path: string): ZipDeflate {
  const file = new ZipDeflate(path, { level });
  file.mtime = fileDate;
  zip.add(file);
  return file;
}

async function* sheetBlocks({ widths, rows }: Sheet): AsyncGenerator<string> {
  let block = sheetStart(widths);
  let number = 0;
  for await (const cells of rows()) {
    number += 1;
    assert(number <= mostSheetRows, 'a sheet has no more rows than fit');
    block += rowXml(cells, number);
    if (block.length < blockLength) continue;
    yield block;
    block = '';
  }
  yield block;
}

/** Letters of the columns that a sheet of ours has at most. */
const columns = Array.from({ length: 64 }, (_, index) => columnName(index));

function rowXml(cells: readonly Cell[], number: number): string {
  let xml = `<row r="${number}">`;
  for (let index = 0; index < cells.length; index++) xml += cellXml(cells[index]!, `${columns[index]!}${number}`);
  return `${xml}</row>`;
}
