import { interruptibleFs } from '../platform/interruptibleFs.ts';
import { nodePorts, type Ports } from '../platform/ports.ts';

/** What a shell says of a program that such a signal ended. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

let interruptedBy: keyof typeof exitCodes | null = null;
let isListening = false;

/**
 * The ports of a command. While one only reads, Ctrl-C ends it as the system does; once it writes, what is unfinished is cleared
 * away first. Asked a second time, it ends at once.
 */
export function cliPorts(): Ports {
  const ports = nodePorts();
  const interrupt = { isInterrupted: () => interruptedBy !== null, beforeWriting: listen };
  return { ...ports, fs: interruptibleFs(ports.fs, interrupt) };
}

/** The exit code of a command that was interrupted while it wrote, or else its own. */
export function exitCodeOf(own: number): number {
  return interruptedBy === null ? own : exitCodes[interruptedBy];
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  for (const signal of Object.keys(exitCodes) as (keyof typeof exitCodes)[]) {
    process.once(signal, () => (interruptedBy = signal));
  }
}
