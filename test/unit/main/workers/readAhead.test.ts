import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { nodeFs } from '../../../../main/platform/fs.ts';
import { FilePieces } from '../../../../main/workers/filePieces.ts';
import type { LedgerBlocks } from '../../../../main/workers/ledgerBlocks.ts';
import { NotPlain } from '../../../../main/workers/notPlain.ts';
import { PlainBlocks } from '../../../../main/workers/plainBlocks.ts';
import { readAhead } from '../../../../main/workers/readAhead.ts';
import type { SharedBlocks } from '../../../../main/workers/sharedBlocks.ts';
import { rowsCsvHeader } from '../../../../shared/interchange/exporters/rowsCsv.ts';
import { rowColumns } from '../../../../shared/ledger/row.ts';
import { idOfRow, rowBlock } from '../../../../shared/ledger/rowBlock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough that few rows make a large file. */
const cause = 'x'.repeat(200);
const rowOf = (seq: number): string => {
  const credits = String(1 + (seq % 97) / 4);
  const cells: Readonly<Partial<Record<string, string>>> = {
    seq: String(seq),
    at: new Date(Date.UTC(2026, 0, 1) + seq * 100_000).toISOString().replace('.000', ''),
    kind: 'use',
    id: `job-${seq}`,
    meter: seq % 3 === 0 ? 'training' : 'hosted',
    quantity: '30',
    credits,
    included: credits,
    cause,
  };
  return rowColumns.map((column) => cells[column] ?? '').join(',');
};
const rows = Array.from({ length: 60_000 }, (_, index) => rowOf(index + 1));

const jsonOf = (row: string): string => {
  const cells = row.split(',');
  return `${JSON.stringify(Object.fromEntries(rowColumns.map((column, index) => [column, cells[index]])))}\n`;
};

function written(name: string, lines: readonly string[]) {
  const absolute = path.join(folder, name);
  writeFileSync(absolute, `${rowsCsvHeader}${lines.join('\n')}\n`);
  return { absolute, shown: name };
}

async function ahead(file: { readonly absolute: string; readonly shown: string }): Promise<SharedBlocks> {
  const blocks = await readAhead(nodeFs, file);
  if (!blocks) throw new Error('it is not read ahead');
  return blocks;
}

/** What every row states, as text. */
async function statedBy(blocks: LedgerBlocks): Promise<string[]> {
  const stated: string[] = [];
  for (let block = await blocks.next(); block; block = await blocks.next()) {
    for (let row = 0; row < block.count; row++) {
      const { at, meter, amounts, idHigh, idLow } = block;
      const meterId = blocks.meterIds[meter[row]!];
      stated.push([at[row], idOfRow(block, row), meterId, amounts[row], idHigh[row], idLow[row]].join(' '));
    }
  }
  await blocks.close();
  return stated;
}

describe('a ledger that is read ahead', () => {
  it('gives each row as reading it without a thread does', async () => {
    const file = written('rows.csv', rows);
    const block = rowBlock();
    const own = await PlainBlocks.open(await FilePieces.open(nodeFs, file), () => block);
    const wanted = await statedBy(own);
    expect(wanted).toHaveLength(rows.length);
    const blocks = await ahead(file);
    expect(await statedBy(blocks)).toEqual(wanted);
    expect(blocks.totals()).toEqual(own.totals());
    expect(blocks.totals().rows).toBe(rows.length);
  });

  it('is hashed as its rows are used, whether or not its last line ends', async () => {
    const ended = written('hashed.csv', rows);
    const cut = { absolute: path.join(folder, 'cut.csv'), shown: 'cut.csv' };
    writeFileSync(cut.absolute, readFileSync(ended.absolute).subarray(0, -1));
    for (const file of [ended, cut]) {
      const blocks = await ahead(file);
      expect(await statedBy(blocks)).toHaveLength(rows.length);
      expect(await blocks.sha256).toBe(createHash('sha256').update(readFileSync(file.absolute)).digest('hex'));
    }
  });

  it('leaves the digest to others where its rows are not used up, or come rewritten', async () => {
    const unused = await ahead(written('unused.csv', rows));
    await unused.next();
    await unused.close();
    expect(await unused.sha256).toBeNull();
    const json = { absolute: path.join(folder, 'rows.ndjson'), shown: 'rows.ndjson' };
    writeFileSync(json.absolute, rows.map(jsonOf).join(''));
    const rewritten = await ahead(json);
    expect(await statedBy(rewritten)).toHaveLength(rows.length);
    expect(await rewritten.sha256).toBeNull();
  });

  it('is closed where its header is another one: nobody else could', async () => {
    const file = written('marked.csv', []);
    writeFileSync(file.absolute, `\uFEFF${rowsCsvHeader}${rows[0]}\n`);
    const pieces = await FilePieces.open(nodeFs, file);
    const closed = vi.spyOn(pieces, 'close');
    await expect(PlainBlocks.open(pieces, rowBlock)).rejects.toThrow(NotPlain);
    expect(closed).toHaveBeenCalledOnce();
  });

  it('is told to be not plain at the first row that is not', async () => {
    const file = written('quoted.csv', [...rows, rowOf(rows.length + 1).replace('hosted', '"hosted"')]);
    await expect(statedBy(await ahead(file))).rejects.toThrow(NotPlain);
  });

  it('counts as not plain where the file changed before its rows were used', async () => {
    const file = written('changed.csv', rows);
    const blocks = await ahead(file);
    expect((await blocks.next())?.count).toBeGreaterThan(0);
    appendFileSync(file.absolute, `${rowOf(rows.length + 1)}\n`);
    await expect(statedBy(blocks)).rejects.toThrow(NotPlain);
  });

  it('is not begun for a small file, one that is none, or rows in another form', async () => {
    expect(await readAhead(nodeFs, written('small.csv', rows.slice(0, 10)))).toBeNull();
    expect(await readAhead(nodeFs, { absolute: folder, shown: 'folder' })).toBeNull();
    expect(await readAhead(nodeFs, { absolute: path.join(folder, 'none.csv'), shown: 'none.csv' })).toBeNull();
    const other = written('foreign.csv', []);
    writeFileSync(other.absolute, `a,b\n${rows.join('\n')}`);
    expect(await readAhead(nodeFs, other)).toBeNull();
  });
});
