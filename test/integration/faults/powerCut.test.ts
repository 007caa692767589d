import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Fs } from '../../../main/platform/fs.ts';
import { memoryDisk, type Image } from '../../support/memoryDisk.ts';
import {
  emptyImage,
  freshHome,
  nextStart,
  openOn,
  storeWorks,
  usedImage,
  type StoreWork,
} from '../../support/storeWork.ts';
import { countTried } from '../../support/tried.ts';

/** A content that a power cut may leave, and between which steps it came. */
interface Left {
  readonly image: Image;
  /** Steps that were acknowledged as durable before. */
  readonly acknowledged: number;
  readonly begun: number;
}

const steps = 2;
const long = process.env['DRAWDOWN_LONG'] === '1';
/** Most states that are opened for each piece of work, out of each fifth that is met; the long run opens all. */
const most = long ? Infinity : 50;

const digests = new WeakMap<Uint8Array, string>();

function digestOf(bytes: Uint8Array): string {
  const known = digests.get(bytes) ?? createHash('sha1').update(bytes).digest('base64');
  digests.set(bytes, known);
  return known;
}

function keyOf(image: Image): string {
  const parts = Object.entries(image).map(([name, inner]) => {
    const content = inner instanceof Uint8Array ? digestOf(inner) : `(${keyOf(inner)})`;
    return `${name}=${content}`;
  });
  return parts.sort().join(' ');
}

/** What is on a disk at first, and whether it knows hard links: FAT and many network disks do not. */
interface Disk {
  readonly image: Image;
  readonly links: boolean;
}

function withoutLinks(fs: Fs): Fs {
  const link = () => Promise.reject(Object.assign(new Error('EPERM: no hard links here'), { code: 'EPERM' }));
  return { ...fs, link };
}

/** Works on a disk and gathers every content that a power cut may leave, at each change of it. */
async function leftByPowerCuts(work: StoreWork, home: string, { image: first, links }: Disk): Promise<Left[]> {
  const disk = memoryDisk(first);
  const left = new Map<string, Left>();
  let [acknowledged, begun, met] = [0, 0, 0];
  const look = () => {
    for (const image of disk.afterPowerCut()) {
      met += 1;
      if (long || met % 5 === 0) left.set(keyOf(image), { image, acknowledged, begun });
    }
  };
  disk.onChange = look;
  const workspace = await openOn({ fs: links ? disk.fs : withoutLinks(disk.fs), home, process: 1 });
  for (let step = 1; step <= steps; step++) {
    begun = step;
    if (await work.act(workspace, step)) acknowledged = step;
    look();
  }
  expect(acknowledged).toBe(steps);
  return [...left.values()];
}

describe.each(storeWorks)('a power cut at any moment of $title (F3)', (work) => {
  it.each([
    ['in a workspace that was used', usedImage, true],
    ['in a new one', emptyImage, true],
    ['on a disk without hard links', emptyImage, false],
  ])('%s leaves what was acknowledged, and nothing that is wrong', async (_, imageFor, links) => {
    const home = freshHome();
    const all = await leftByPowerCuts(work, home, { image: imageFor(home), links });
    const chosen = all.filter((_, index) => index % Math.max(1, Math.ceil(all.length / most)) === 0);
    expect(chosen.length).toBeGreaterThan(20);
    for (const { image, acknowledged, begun } of chosen) {
      const next = await openOn(nextStart(image, home));
      const seen = await work.stepsSeen(next);
      expect(seen).toBeGreaterThanOrEqual(acknowledged);
      expect(seen).toBeLessThanOrEqual(begun);
      await work.act(next, seen + 1);
      expect(await work.stepsSeen(next)).toBe(seen + 1);
      await next.close();
    }
    countTried('crash states', chosen.length);
  });
});

describe('the model of a power cut', () => {
  /** What a file may hold after a power cut, where it was written beside its place and renamed in. */
  async function mayHold(syncs: { readonly file: boolean; readonly folder: boolean }): Promise<Set<string>> {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const disk = memoryDisk({ a: { file: bytes('old') } });
    const open = await disk.fs.open('/a/new', 'wx');
    await open.write(bytes('new text'), 0, 8);
    if (syncs.file) await open.sync();
    await disk.fs.rename('/a/new', '/a/file');
    if (syncs.folder) await (await disk.fs.open('/a', 'r')).sync();
    return new Set(
      [...disk.afterPowerCut()].map(({ a }) => new TextDecoder().decode((a as Image)['file'] as Uint8Array)),
    );
  }

  it('loses, tears and blanks what was not synced, and nothing else', async () => {
    expect(await mayHold({ file: true, folder: true })).toEqual(new Set(['new text']));
    expect(await mayHold({ file: true, folder: false })).toEqual(new Set(['old', 'new text']));
    expect(await mayHold({ file: false, folder: true })).toEqual(new Set(['', 'new ', '\0'.repeat(8), 'new text']));
  });
});
