import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../main/launch/ensureBuilt.mjs';
import { crowd } from '../../support/crowd.ts';

describe.runIf(process.platform === 'linux')('a great crowd (S14)', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'drawdown-crowd-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('of ten thousand connections and requests leaves memory flat and the host answering', async () => {
    await ensureBuilt(['web', 'renderer'], () => undefined);
    const grown = await crowd(10_000, home);
    console.log(`ten thousand connections: ${grown.toFixed(1)} MB`);
    expect(grown).toBeLessThan(64);
  });
});
