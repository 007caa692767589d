import * as fs from 'node:fs';
import * as os from 'node:os';

/** A process, named so that no other can be mistaken for it. Empty text where the system tells nothing. */
export interface ProcessMark {
  readonly pid: number;
  readonly host: string;
  readonly machine: string;
  /** The space in which `pid` counts: a container has its own. */
  readonly space: string;
  /** This start of the machine. */
  readonly boot: string;
  /** When the process started, in ticks since the boot. */
  readonly started: string;
}

/** Processes of this machine: the own one, and whether another is certainly gone. */
export interface Processes {
  readonly self: ProcessMark;
  /** True only where the process provably runs no more; false also where nobody can tell. */
  isGone(mark: ProcessMark): boolean;
}

/** Processes as the running system shows them. */
export function systemProcesses(): Processes {
  const self: ProcessMark = {
    pid: process.pid,
    host: os.hostname(),
    machine: read('/etc/machine-id'),
    space: readLink('/proc/self/ns/pid'),
    boot: read('/proc/sys/kernel/random/boot_id'),
    started: startOf(process.pid),
  };
  return { self, isGone: (mark) => isGone(mark, self) };
}

function isGone(mark: ProcessMark, self: ProcessMark): boolean {
  if (mark.host !== self.host || mark.machine !== self.machine || mark.space !== self.space) return false;
  // Another boot proves nothing where the machine has no identity of its own: two may share a host name.
  if (mark.boot !== self.boot) return self.machine !== '' && mark.boot !== '' && self.boot !== '';
  if (!exists(mark.pid)) return true;
  const started = startOf(mark.pid);
  return mark.started !== '' && started !== '' && started !== mark.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Field 22 of Linux's `stat`; the name before it may hold spaces and brackets. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function read(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function readLink(path: string): string {
  try {
    return fs.readlinkSync(path);
  } catch {
    return '';
  }
}
