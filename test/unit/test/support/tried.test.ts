import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { countTried, describeTried, triedFile } from '../../../support/tried.ts';

it('What was tried to break things is told in one line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-tried-'));
  const file = path.join(folder, 'tried.ndjson');
  vi.stubEnv(triedFile, file);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  expect(describeTried(file, 0)).toContain('0 fuzz cases (seeds none)');
  for (const count of [3, 4]) countTried('faults', count);
  countTried('fuzz cases', 500);
  for (const seed of [7, 7, 9]) countTried('seeds', seed);
  expect(describeTried(file, 1)).toBe(
    '7 faults injected, 0 crash states, 0 hostile inputs, 500 fuzz cases (seeds 7, 9), 1 of their tests failed',
  );
});
