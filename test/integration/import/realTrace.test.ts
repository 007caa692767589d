import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCommand } from '../../../main/cli/import.ts';
import { openWorkspace } from '../../../main/store/workspace.ts';
import { zoneOf } from '../../../shared/calendar/zone.ts';
import { usageFileReader } from '../../../shared/scenario/usageFile.ts';
import type { ImportReport } from '../../../shared/rpc/views.ts';
import { makeScratch, type Scratch } from '../../support/importPorts.ts';

const trace = fileURLToPath(new URL('../../fixtures/usage/llm-trace-code.csv', import.meta.url));
const sample = fileURLToPath(new URL('../../fixtures/usage/inference-usage-sample.db', import.meta.url));

/** By `awk -F, 'NR>1{a+=$2;b+=$3}END{print NR-1,a,b}'` on the file. */
const awk = { rows: 8819, context: 18_059_974, generated: 245_896 };

let scratch: Scratch;
const homeBefore = process.env['DRAWDOWN_HOME'];
beforeEach(() => {
  scratch = makeScratch();
  process.env['DRAWDOWN_HOME'] = scratch.ports.appFolder;
});
afterEach(() => {
  scratch.remove();
  if (homeBefore === undefined) delete process.env['DRAWDOWN_HOME'];
  else process.env['DRAWDOWN_HOME'] = homeBefore;
});

async function drawdownImport(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const io = {
    stdout: (text: string) => void (stdout += text),
    stderr: (text: string) => void (stderr += text),
    writeOut: () => Promise.resolve(),
    cwd: scratch.folder,
  };
  return { exit: await importCommand(args, io), stdout, stderr };
}

describe('the real trace', () => {
  it('imports as two meters of each request, with the totals that awk gives', async () => {
    const { exit, stdout } = await drawdownImport(trace, '--json');
    expect(exit).toBe(0);
    const report = JSON.parse(stdout) as ImportReport;
    expect(report.path).toBe('usage/llm-trace-code.csv');
    expect(report.counts).toEqual({
      read: awk.rows,
      taken: 2 * awk.rows,
      refused: 0,
      excluded: 0,
      totals: [
        { meter: 'context-tokens', rows: awk.rows, quantity: String(awk.context) },
        { meter: 'generated-tokens', rows: awk.rows, quantity: String(awk.generated) },
      ],
      first: '2023-11-16T18:17:03.979Z',
      last: '2023-11-16T19:14:19.928Z',
    });
    const written = fs.readFileSync(path.join(scratch.folder, report.path), 'utf8');
    expect(written.split('\n').slice(0, 3)).toEqual([
      'at,meter,quantity,id',
      '2023-11-16T18:17:03.979Z,context-tokens,4808,',
      '2023-11-16T18:17:03.979Z,generated-tokens,10,',
    ]);
    expect(createHash('sha256').update(written).digest('hex')).toBe(report.sha256);
  });

  it('is read back by a scenario as the same rows', async () => {
    await drawdownImport(trace);
    const reader = usageFileReader('usage/llm-trace-code.csv', zoneOf('UTC')!);
    reader.push(fs.readFileSync(path.join(scratch.folder, 'usage/llm-trace-code.csv'), 'utf8'));
    const { rows, diagnostics } = reader.end();
    expect(diagnostics).toEqual([]);
    expect(rows.count).toBe(2 * awk.rows);
    const totals = new Map<string, number>();
    for (let row = 0; row < rows.count; row++) {
      const meter = rows.meterIds[rows.meter[row]!]!;
      totals.set(meter, (totals.get(meter) ?? 0) + rows.mantissa[row]! / 10 ** rows.scale[row]!);
    }
    expect(Object.fromEntries(totals)).toEqual({ 'context-tokens': awk.context, 'generated-tokens': awk.generated });
  });

  it('is noted in the history with its hash, mapping and counts, and gives the same bytes when it is repeated', async () => {
    const first = JSON.parse((await drawdownImport(trace, '--json')).stdout) as ImportReport & { mapping: unknown };
    const map = scratch.write('map.json', JSON.stringify(first.mapping));
    const second = JSON.parse((await drawdownImport(trace, '--map', map, '--json')).stdout) as ImportReport;
    expect(second).toMatchObject({ path: 'usage/llm-trace-code-2.csv', sha256: first.sha256, counts: first.counts });

    const opened = await openWorkspace(scratch.folder, scratch.ports);
    if (!opened.ok) throw new Error(opened.error.code);
    const entries = await opened.value.history.entries();
    await opened.value.close();
    expect(entries.ok && entries.value.map(({ kind, note }) => ({ kind, note }))).toMatchObject([
      {
        kind: 'import',
        note: {
          of: {
            name: 'llm-trace-code.csv',
            bytes: 320_117,
            sha256: '54e9a6d2a4bd06ba1e060304b900abbc74cbea53de96506e60fe5bb4f2277fb6',
          },
          mapping: first.mapping,
          counts: first.counts,
          file: { path: first.path, sha256: first.sha256 },
        },
      },
      { kind: 'import', note: { file: { path: second.path } } },
    ]);
  });

  it('can be previewed without a trace on disk', async () => {
    const { exit, stdout } = await drawdownImport(trace, '--preview');
    expect(exit).toBe(0);
    expect(stdout).toContain('Rows read: 8819; usage rows: 17638; refused: 0; left out: 0');
    expect(fs.readdirSync(scratch.folder)).toEqual([]);
  });

  it('moves by the zone of its times', async () => {
    await drawdownImport(trace, '--into', 'usage/x.csv', '--time-zone', 'America/Los_Angeles');
    const written = fs.readFileSync(path.join(scratch.folder, 'usage/x.csv'), 'utf8');
    expect(written.split('\n')[1]).toBe('2023-11-17T02:17:03.979Z,context-tokens,4808,');
  });
});

describe('the sample of an inference server', () => {
  it('bills the frames of the workflow, and lists those of the models in it as excluded', async () => {
    const before = { bytes: fs.readFileSync(sample), beside: fs.readdirSync(path.dirname(sample)) };
    const { exit, stdout } = await drawdownImport(sample, '--json');
    expect(exit).toBe(0);
    const report = JSON.parse(stdout) as ImportReport;
    expect(report.counts).toEqual({
      read: 3,
      taken: 1,
      refused: 0,
      excluded: 2,
      totals: [{ meter: 'self-hosted-images', rows: 1, quantity: '150' }],
      first: '2026-10-01T00:00:01.100Z',
      last: '2026-10-01T00:00:01.100Z',
    });
    expect(report.refused).toEqual([
      {
        line: 1,
        column: 'category',
        reason: 'the same frames are billed by category workflows (2 records of one key)',
        text: 'model hard-hats/4 200 frames',
        kind: 'excluded',
      },
    ]);
    expect(fs.readFileSync(path.join(scratch.folder, report.path), 'utf8')).toBe(
      'at,meter,quantity,id\n2026-10-01T00:00:01.100Z,self-hosted-images,150,\n',
    );
    expect(fs.readFileSync(sample)).toEqual(before.bytes);
    expect(fs.readdirSync(path.dirname(sample))).toEqual(before.beside);
    expect(fs.readdirSync(path.join(scratch.ports.appFolder, 'imports'))).toEqual([]);
  });

  it('may be counted in seconds of compute on meters of the user', async () => {
    const mapping = { format: 'inference', hostedMeter: 'a', selfHostedMeter: 'b', quantity: 'execution_duration' };
    const map = scratch.write('map.json', JSON.stringify(mapping));
    const { stdout } = await drawdownImport(sample, '--map', map, '--json');
    expect((JSON.parse(stdout) as ImportReport).counts.totals).toEqual([{ meter: 'b', rows: 1, quantity: '6' }]);
  });
});

describe('drawdown import', () => {
  const bad = 'at,n\n2026-01-01,1\n2026-01-02,x\n2026-01-03,3\n';

  it('writes nothing where a row is refused, lists it, and exits 1', async () => {
    scratch.write('bad.csv', bad);
    const { exit, stdout, stderr } = await drawdownImport('bad.csv');
    expect(exit).toBe(1);
    expect(stdout).toContain('refused line 3, n: not a number');
    expect(stderr).toContain('1 rows were refused and 2 usage rows could be taken. Nothing was written.');
    expect(fs.readdirSync(scratch.folder)).not.toContain('usage/bad.csv');
    expect(fs.existsSync(path.join(scratch.folder, 'usage', 'bad.csv'))).toBe(false);
  });

  it('takes the good rows where that is accepted', async () => {
    scratch.write('bad.csv', bad);
    const { exit, stdout } = await drawdownImport('bad.csv', '--accept-refused', '--into', 'out.csv');
    expect(exit).toBe(0);
    expect(stdout).toContain('Rows read: 3; usage rows: 2; refused: 1; left out: 0');
    expect(fs.readFileSync(path.join(scratch.folder, 'out.csv'), 'utf8')).toBe(
      'at,meter,quantity,id\n2026-01-01T00:00:00.000Z,n,1,\n2026-01-03T00:00:00.000Z,n,3,\n',
    );
  });

  it('gives refused rows as JSON as well', async () => {
    scratch.write('bad.csv', bad);
    const { exit, stdout } = await drawdownImport('bad.csv', '--json');
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'rows-refused' },
      counts: { read: 3, taken: 2, refused: 1 },
      refused: [{ line: 3, column: 'n' }],
    });
  });

  it.each([
    [['missing.csv'], 3, 'missing.csv is not there'],
    [['.'], 3, 'not an ordinary file'],
    [[], 2, 'Name the file to import.'],
    [['a.csv', 'b.csv'], 2, 'Name one file at a time.'],
    [['a.csv', '--wrong'], 2, "Unknown option '--wrong'"],
    [['a.csv', '--time-zone', 'Mars/Olympus'], 2, 'is not a time zone'],
    [['empty.csv'], 2, 'The file is empty.'],
    [['header.csv'], 2, 'The file holds a header and no rows.'],
    [['sheet.csv'], 2, 'a ZIP or XLSX file'],
    [['latin.csv'], 2, 'not valid UTF-8: see line 3 (byte 40)'],
    [['good.csv', '--map', 'nothing.json'], 3, 'nothing.json is not there'],
    [['good.csv', '--map', 'good.csv'], 2, 'good.csv is not JSON'],
    [['good.csv', '--map', 'wrong.json'], 2, 'wrong.json is not a mapping'],
    [['good.csv', '--into', 'nowhere'], 3, 'nowhere is not there'],
  ])('%j exits %i and says why', async (args, code, message) => {
    scratch.write('empty.csv', '');
    scratch.write('header.csv', 'at,n\n');
    scratch.write('sheet.csv', 'PK\u0003\u0004rest');
    scratch.write('latin.csv', Buffer.from('at,n,note\n2026-01-01,1,\n2026-01-02,1,caf\u00e9\n', 'latin1'));
    scratch.write('good.csv', 'at,n\n2026-01-01,1\n');
    scratch.write('wrong.json', '{"format":"csv"}');
    const { exit, stdout, stderr } = await drawdownImport(...args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(exit).toBe(code);
  });
});
