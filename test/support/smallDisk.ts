import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { onTestFinished } from 'vitest';

/** A real disk in memory of a few bytes, of the test's own. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes what is free but for so many bytes. */
  fill(leaving: number): void;
  /** Gives back what `fill` took. */
  free(): void;
  /** Remounts it so that nothing can be written, or so that it can again. */
  setReadOnly(isReadOnly: boolean): void;
}

/** Whether this user may mount disks here: root of a machine, not of every container. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drawdown-mount-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (status === 0) execFileSync('umount', [folder]);
  fs.rmdirSync(folder);
  return status === 0;
}

/** Mounts a disk of so many bytes for the time of a test. */
export function smallDisk(bytes: number): SmallDisk {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'drawdown-disk-')));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    fs.rmdirSync(folder);
  });
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill(leaving) {
      const { bavail, bsize } = fs.statfsSync(folder);
      fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
    },
    free: () => fs.rmSync(filler),
    setReadOnly: (isReadOnly) =>
      void execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'},size=${bytes}`, folder]),
  };
}
