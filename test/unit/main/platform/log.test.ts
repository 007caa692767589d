import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileLog } from '../../../../main/platform/log.ts';

const clock = { now: () => Date.UTC(2026, 0, 2) };
let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), 'drawdown-log-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('is a line an event, in a file that only the user can read (S37, S39)', () => {
    const home = path.join(folder, 'home');
    fileLog(home, clock).note('rename-retry', { code: 'EPERM', retry: 1 });
    const file = path.join(home, 'drawdown.log');
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual({
      at: '2026-01-02T00:00:00.000Z',
      event: 'rename-retry',
      code: 'EPERM',
      retry: 1,
    });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.statSync(home).mode & 0o777).toBe(0o700);
  });

  it('keeps a megabyte and the one before (S37)', () => {
    const file = path.join(folder, 'drawdown.log');
    fs.writeFileSync(`${file}.1`, 'older');
    fs.writeFileSync(file, 'x'.repeat(1_000_001));
    fileLog(folder, clock).note('started');
    expect(fs.statSync(`${file}.1`).size).toBe(1_000_001);
    expect(fs.readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
  });

  it('that cannot be written stops nothing, and says so once (F5, F51)', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    fs.writeFileSync(path.join(folder, 'file'), '');
    const log = fileLog(path.join(folder, 'file', 'home'), clock);
    for (const event of ['a', 'b', 'c']) log.note(event);
    expect(said.mock.calls).toHaveLength(1);
    expect(String(said.mock.calls[0]?.[0])).toMatch(/^drawdown: the log cannot be written: .*\n$/);
    said.mockImplementation(() => {
      throw new Error('no one listens');
    });
    expect(() => fileLog(path.join(folder, 'file', 'home'), clock).note('d')).not.toThrow();
  });
});
