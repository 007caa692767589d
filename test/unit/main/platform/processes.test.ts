import { describe, expect, it } from 'vitest';
import { systemProcesses } from '../../../../main/platform/processes.ts';

const { self, isGone } = systemProcesses();
const deadPid = 2 ** 22 + 1;

describe('whether a process is provably gone (F14)', () => {
  it('is not, while it runs', () => {
    expect(isGone(self)).toBe(false);
  });

  it('is, where this machine has no such process', () => {
    expect(isGone({ ...self, pid: deadPid })).toBe(true);
  });

  it('cannot be told of another machine, nor of a space where numbers mean other processes', () => {
    expect(isGone({ ...self, pid: deadPid, host: 'elsewhere' })).toBe(false);
    expect(isGone({ ...self, pid: deadPid, space: 'pid:[1]' })).toBe(false);
  });

  it.skipIf(self.started === '')('is, where its number now belongs to a process that started at another time', () => {
    expect(isGone({ ...self, started: '1' })).toBe(true);
  });

  it.skipIf(self.machine === '' || self.boot === '')('is, where this machine was started anew', () => {
    expect(isGone({ ...self, boot: 'before' })).toBe(true);
  });
});
