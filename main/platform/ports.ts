import { randomBytes } from 'node:crypto';
import * as os from 'node:os';
import type { Sha256 } from '../../shared/ledger/chain.ts';
import type { Sha256Into } from '../../shared/ledger/hashDigits.ts';
import { appFolder } from './appFolder.ts';
import { steadyClock, systemClock, type Clock } from './clock.ts';
import { nodeFs, type Fs } from './fs.ts';
import { fileLog, type Log } from './log.ts';
import { systemProcesses, type Processes } from './processes.ts';
import { sha256Into, sha256Text } from './sha256.ts';

/** All that the store and the host take from the machine. */
export interface Ports {
  readonly fs: Fs;
  readonly clock: Clock;
  /** For durations: it never falls. */
  readonly steady: Clock;
  /** 16 random bytes in hex. */
  readonly randomId: () => string;
  readonly sha256: Sha256;
  readonly sha256Into: Sha256Into;
  readonly processes: Processes;
  /** The app's own folder: settings, recent folders, backups, uploads, samples. */
  readonly appFolder: string;
  readonly log: Log;
  /** Waits; tests make it short. */
  readonly wait: (ms: number) => Promise<void>;
}

/** The ports of a real run. */
export function nodePorts(env: NodeJS.ProcessEnv = process.env): Ports {
  const folder = appFolder({ env, platform: process.platform, home: os.homedir() });
  return {
    fs: nodeFs,
    clock: systemClock,
    steady: steadyClock,
    randomId: () => randomBytes(16).toString('hex'),
    sha256: sha256Text,
    sha256Into,
    processes: systemProcesses(),
    appFolder: folder,
    log: fileLog(folder, systemClock),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
