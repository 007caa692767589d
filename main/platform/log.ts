import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Clock } from './clock.ts';

/** The app's own log. Events are fixed words; fields hold codes, paths and counts, never amounts or names of customers. */
export interface Log {
  note(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
}

const maximumBytes = 1_000_000;

/** A log of one line per event in `folder/drawdown.log`, with the one before kept as `.1`. It never throws. */
export function fileLog(folder: string, clock: Clock): Log {
  const file = path.join(folder, 'drawdown.log');
  let failed = false;
  return {
    note(event, fields = {}) {
      try {
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        if (sizeOf(file) > maximumBytes) fs.renameSync(file, `${file}.1`);
        const line = JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...fields });
        fs.appendFileSync(file, `${line}\n`, { mode: 0o600 });
      } catch (error) {
        if (!failed) complain(error);
        failed = true;
      }
    },
  };
}

export const silentLog: Log = { note: () => undefined };

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A full disk under the log must not stop the work that it was to tell of. */
function complain(error: unknown): void {
  try {
    process.stderr.write(`drawdown: the log cannot be written: ${(error as Error).message}\n`);
  } catch {
    // Nowhere left to say it.
  }
}
