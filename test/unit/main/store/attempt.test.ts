import { describe, expect, it } from 'vitest';
import { attempt, refuse } from '../../../../main/store/attempt.ts';
import { describeStoreError, StoreFailure, type StoreError } from '../../../../main/store/storeError.ts';

const path = 'acme.scenario.json';

function failing(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }));
}

describe('a call of the system that fails (F10)', () => {
  it.each([
    ['ENOENT', 'missing'],
    ['EEXIST', 'exists'],
    ['ENOTDIR', 'not-a-folder'],
    ['EISDIR', 'not-a-file'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'no-space'],
    ['EDQUOT', 'no-space'],
    ['EFBIG', 'no-space'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EBUSY', 'busy'],
    ['ENAMETOOLONG', 'name-too-long'],
    ['ELOOP', 'link-loop'],
    ['EMFILE', 'too-many-open'],
    ['EINTR', 'interrupted'],
    ['EXDEV', 'io'],
    ['EIO', 'io'],
  ])('with %s is the refusal %s, and says which file in plain words', async (system, code) => {
    const outcome = await attempt(path, () => failing(system));
    expect(outcome).toEqual({ ok: false, error: { code, path, cause: system } });
    if (!outcome.ok) expect(describeStoreError(outcome.error)).toContain(path);
  });

  it('is no refusal where it is a bug: that goes on', async () => {
    await expect(attempt(path, () => Promise.reject(new TypeError('x is undefined')))).rejects.toThrow(TypeError);
  });
});

describe('a refusal in words', () => {
  const holder = { pid: 12, host: 'desk', lockedAt: 0, seenAt: 0 };
  const errors: readonly StoreError[] = [
    { code: 'outside', path, cause: '' },
    { code: 'bad-name', path, cause: 'it is empty' },
    { code: 'damaged', path, cause: 'the file is empty' },
    { code: 'newer-format', path, cause: 'drawdown.ledger/2' },
    { code: 'too-large', path, cause: '', bytes: 30_000_000, limit: 20_000_000 },
    { code: 'encoding', path, cause: '', encoding: 'UTF-16LE', offset: 0 },
    { code: 'encoding', path, cause: '', encoding: 'not UTF-8', offset: 7 },
    { code: 'damaged-row', path, cause: 'x', row: 812 },
    { code: 'changed-on-disk', path, cause: '', sha256: null },
    { code: 'locked', path, cause: '', holder },
  ];

  it('differs for each', () => {
    const texts = errors.map(describeStoreError);
    expect(new Set(texts).size).toBe(errors.length);
    expect(texts.filter((text) => !text.includes(path))).toEqual([]);
    expect(texts[4]).toContain('30,000,000');
    expect(texts[7]).toContain('row 812');
    expect(texts[9]).toContain('process 12 on desk');
  });

  it('comes out of the work as a value', async () => {
    const outcome = await attempt(path, async () => refuse('outside', path, 'x'));
    expect(outcome).toEqual({ ok: false, error: { code: 'outside', path, cause: 'x' } });
    expect(new StoreFailure(errors[0]!).message).toContain('outside');
  });
});
