import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { afterPack } from '../../../../main/electron/setFuses.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'drawdown-fuses-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const known = Object.values(FuseV1Options).filter((fuse): fuse is FuseV1Options => typeof fuse === 'number');

/** A stand-in for Electron's program: the mark of its fuses, version 1, and every fuse on, with so many more unknown ones. */
async function pack(unknownFuses = 0): Promise<readonly string[]> {
  const count = known.length + unknownFuses;
  const wire = Buffer.concat([Buffer.from([1, count]), Buffer.from('1'.repeat(count))]);
  const program = Buffer.concat([Buffer.from('program '), Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), wire]);
  writeFileSync(path.join(folder, 'drawdown'), program);
  const packager = { appInfo: { productFilename: 'Drawdown' }, executableName: 'drawdown' };
  await afterPack({ appOutDir: folder, packager, electronPlatformName: 'linux' });
  const read = await getCurrentFuseWire(path.join(folder, 'drawdown'));
  return known.filter((fuse) => read[fuse] === FuseState.ENABLE).map((fuse) => FuseV1Options[fuse]!);
}

describe('The fuses of a release, written and read back (S29)', () => {
  const release = [
    'EnableCookieEncryption',
    'EnableEmbeddedAsarIntegrityValidation',
    'OnlyLoadAppFromAsar',
    'WasmTrapHandlers',
  ];

  it('let nothing run but the app, as it was packed', async () => {
    vi.stubEnv('DRAWDOWN_TEST_BUILD', undefined);
    expect((await pack()).toSorted()).toEqual(release);
  });

  it('let a test build be looked into, and differ in nothing else', async () => {
    vi.stubEnv('DRAWDOWN_TEST_BUILD', '1');
    expect((await pack()).toSorted()).toEqual([...release, 'EnableNodeCliInspectArguments'].toSorted());
  });

  it('are all decided on: an Electron with a fuse that nobody knows is not packed', async () => {
    await expect(pack(1)).rejects.toThrow(/fuse/i);
  });
});
