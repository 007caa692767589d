import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A display of its own, or the one that is there. */
export interface Display {
  readonly name: string;
  stop(): void;
}

/** Starts a virtual display; null where the machine has no Xvfb. */
export function startDisplay(): Promise<Display | null> {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-ac'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve) => {
    server.on('error', () => resolve(null));
    server.on('close', () => resolve(null));
    (server.stdio[3] as Readable).once('data', (number: Buffer) =>
      resolve({ name: `:${number.toString().trim()}`, stop: () => void server.kill() }),
    );
  });
}
