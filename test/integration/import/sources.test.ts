import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import sqlite from 'node-sqlite3-wasm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileSource } from '../../../main/host/import/fileSource.ts';
import { sourceLimit } from '../../../main/host/import/importSource.ts';
import { previewImport } from '../../../main/host/import/previewImport.ts';
import type { ImportPreview } from '../../../shared/rpc/views.ts';
import { makeScratch, type Scratch } from '../../support/importPorts.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

async function preview(name: string): Promise<ImportPreview | { readonly code: string; readonly line?: number }> {
  const source = await openFileSource(scratch.ports, { absolute: path.join(scratch.folder, name), shown: name });
  if (!source.ok) return { code: source.error.code };
  const made = await previewImport(source.value, { mapping: null, timeZone: 'UTC' });
  if (made.ok) return made.value;
  return made.error.from === 'source' ? made.error.fault : { code: made.error.error.code };
}

const text = 'at;name;n\r\n2026-01-01;é;1,5\r\n"2026-01-02";"ö\n;";2';

function utf16(content: string, { big, mark }: { readonly big: boolean; readonly mark: boolean }): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + content, 'utf16le');
  return big ? bytes.swap16() : bytes;
}

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with BOM', utf16(text, { big: false, mark: true })],
    ['UTF-16BE with BOM', utf16(text, { big: true, mark: true })],
    ['UTF-16LE', utf16(text, { big: false, mark: false })],
    ['UTF-16BE', utf16(text, { big: true, mark: false })],
  ])('is read as %s', async (encoding, bytes) => {
    scratch.write('a.csv', bytes);
    expect(await preview('a.csv')).toMatchObject({
      format: 'csv',
      encoding,
      bytes: bytes.length,
      columns: [
        { name: 'at', samples: ['2026-01-01', '2026-01-02'] },
        { name: 'name', samples: ['é', 'ö\u00b7;'] },
        { name: 'n', samples: ['1,5', '2'] },
      ],
      mapping: { delimiter: ';', decimalComma: true },
      counts: { read: 2, taken: 2, refused: 0, totals: [{ meter: 'n', rows: 2, quantity: '3.5' }] },
    });
  });

  it.each([
    [
      'Latin-1',
      Buffer.from('at,n,x\n2026-01-01,1,\n2026-01-02,1,\u00e9\n', 'latin1'),
      { code: 'encoding-invalid', line: 3 },
    ],
    [
      'a character cut at the end',
      Buffer.from('at,n\r\n2026-01-01,\u00e9').subarray(0, -1),
      { code: 'encoding-invalid', line: 2 },
    ],
    [
      'UTF-16 with half a pair',
      Buffer.concat([utf16('at,n\n1,', { big: false, mark: true }), Buffer.from([0, 0xd8, 0x41, 0])]),
      { code: 'encoding-invalid', line: 2 },
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), { code: 'encoding-unsupported' }],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), { code: 'kind-unsupported' }],
  ])('that is %s is refused by name and line', async (_, bytes, fault) => {
    scratch.write('a.csv', bytes);
    expect(await preview('a.csv')).toMatchObject(fault);
  });

  it('that is not UTF-8 far into it is refused by the line, however the file is cut into pieces (F37)', async () => {
    const line = '2026-01-01T00:00:00Z,123456,\u00fc\u00fc\u00fc\u00fc\r\n';
    const lines = 100_000;
    const bytes = Buffer.concat([Buffer.from(`at,n,x\r\n${line.repeat(lines)}`), Buffer.from([0xc3, 0x28])]);
    scratch.write('a.csv', bytes);
    expect(await preview('a.csv')).toEqual({
      code: 'encoding-invalid',
      encoding: 'UTF-8',
      line: lines + 2,
      offset: bytes.length - 2,
    });
  });

  it('beyond the limit is refused by its size, unread (F34)', async () => {
    const file = scratch.write('a.csv', '');
    fs.truncateSync(file, sourceLimit + 1);
    expect(await preview('a.csv')).toEqual({ code: 'too-large', bytes: sourceLimit + 1, limit: sourceLimit });
  });

  it('shows the first 50 rows and 200 refusals, and counts all', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => `2026-01-01,${index % 2 === 0 ? index : 'x'}`);
    scratch.write('a.csv', `at,n\n${rows.join('\n')}`);
    const made = (await preview('a.csv')) as ImportPreview;
    expect([made.rows.length, made.refused.length]).toEqual([50, 200]);
    expect(made.counts).toMatchObject({ read: 1000, taken: 500, refused: 500 });
    expect(made.refused[0]).toMatchObject({ line: 3, column: 'n', text: '2026-01-01,x' });
  });
});

const record = (changes: object = {}) => ({
  timestamp_start: '1790812800100000000',
  timestamp_stop: '1790812800200000000',
  processed_frames: 3,
  category: 'model',
  resource_id: 'hats/4',
  api_key: 'rf_SECRET_KEY',
  ...changes,
});
/** Nanoseconds as JSON numbers. */
const json = (value: unknown) => JSON.stringify(value).replace(/"(\d{19})"/g, '$1');

describe('records of an inference server', () => {
  it.each([
    ['a.json', `[${json(record())}]`, 'inference-json'],
    ['b.json', json({ hash: { 'model:hats/4': record() } }), 'inference-json'],
    ['c.ndjson', `${json(record())}\n`, 'inference-ndjson'],
    ['d.json', `${json(record())}\n${json(record())}\n`, 'inference-ndjson'],
    ['e.jsonl', json([record()]), 'inference-ndjson'],
  ])('in %s are recognised', async (name, content, format) => {
    scratch.write(name, content);
    const made = await preview(name);
    expect(made).toMatchObject({ format, counts: { taken: 1, refused: 0 } });
    expect(JSON.stringify(made)).not.toContain('SECRET');
  });

  it('in a broken array are refused as a whole, and nothing of the text is shown', async () => {
    scratch.write('a.json', `[${json(record())}, {"api_key": "rf_SECRET_KEY" "x"}]`);
    const made = await preview('a.json');
    expect(made).toMatchObject({ code: 'json-malformed', line: 1 });
    expect(JSON.stringify(made)).not.toContain('SECRET');
  });
});

function makeDatabase(file: string, sql: string): void {
  const database = new sqlite.Database(file);
  database.exec(sql);
  database.close();
}

describe('a usage database', () => {
  const table = 'CREATE TABLE usage (payload TEXT NOT NULL, id INTEGER PRIMARY KEY);';
  const insert = (payload: string) => `INSERT INTO usage (payload) VALUES ('${payload.replaceAll("'", "''")}');`;

  it('refuses a malformed row by its number and takes the others', async () => {
    const file = path.join(scratch.folder, 'usage.db');
    makeDatabase(file, table + insert('{"a": ') + insert(json({ hash: { key: record() } })));
    const made = await preview('usage.db');
    expect(made).toMatchObject({ format: 'inference-db', counts: { read: 2, taken: 1, refused: 1 } });
    expect((made as ImportPreview).refused[0]).toMatchObject({ line: 1, text: '' });
    expect(fs.readdirSync(scratch.folder)).toEqual(['usage.db']);
  });

  it('that another program writes to with a log is read with its log, and left as it is', async () => {
    const file = path.join(scratch.folder, 'usage.db');
    const wal = new URL('../../fixtures/usage/', import.meta.url);
    fs.copyFileSync(fileURLToPath(new URL('wal.db', wal)), file);
    fs.copyFileSync(fileURLToPath(new URL('wal.db-wal', wal)), `${file}-wal`);
    const before = fs.readdirSync(scratch.folder).map((name) => fs.readFileSync(path.join(scratch.folder, name)));
    expect(await preview('usage.db')).toMatchObject({ counts: { read: 1, taken: 1 } });
    expect(fs.readdirSync(scratch.folder)).toEqual(['usage.db', 'usage.db-wal']);
    expect(fs.readdirSync(scratch.folder).map((name) => fs.readFileSync(path.join(scratch.folder, name)))).toEqual(
      before,
    );
  });

  it('without the table, or damaged, is refused', async () => {
    makeDatabase(path.join(scratch.folder, 'other.db'), 'CREATE TABLE x (y);');
    expect(await preview('other.db')).toMatchObject({ code: 'database-unreadable' });
    scratch.write('damaged.db', `SQLite format 3\0${'x'.repeat(5000)}`);
    expect(await preview('damaged.db')).toMatchObject({ code: 'database-unreadable' });
    expect(fs.readdirSync(path.join(scratch.ports.appFolder, 'imports'))).toEqual([]);
  });

  it('without rows holds no data', async () => {
    makeDatabase(path.join(scratch.folder, 'usage.db'), table);
    expect(await preview('usage.db')).toMatchObject({ code: 'no-data' });
  });
});

describe('what is no ordinary file', () => {
  it('is refused', async () => {
    fs.mkdirSync(path.join(scratch.folder, 'folder'));
    expect(await preview('folder')).toEqual({ code: 'not-a-file' });
    expect(await preview('nothing')).toEqual({ code: 'missing' });
  });
});
