import { openSync, closeSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 100;
const patienceMs = 300_000;

/** Runs `work` while no other process does, by a lock file that holds the holder's process id. */
export async function withLock(file, work) {
  const giveUpAt = Date.now() + patienceMs;
  while (!take(file)) {
    const dead = deadHolder(file);
    if (dead !== null) stealFrom(file, dead);
    else if (Date.now() > giveUpAt) throw new Error(`another build holds ${file}`);
    else await pause(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The process id of a holder that is gone, else null. A file not yet written to has a living holder. */
function deadHolder(file) {
  let holder;
  try {
    holder = readFileSync(file, 'utf8');
    if (holder !== '') process.kill(Number(holder), 0);
    return null;
  } catch (error) {
    return error.code === 'ESRCH' ? holder : null;
  }
}

/** The rename lets one process alone take a dead holder's lock away; another's that came between is put back. */
function stealFrom(file, dead) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== dead) renameSync(aside, file);
    rmSync(aside, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
