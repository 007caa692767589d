/** What a command reads and writes besides files. */
export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Standard output for what may be large or binary: done when the bytes are on their way. */
  readonly writeOut: (bytes: Uint8Array) => Promise<void>;
  /** Relative paths start here. */
  readonly cwd: string;
}

/** A command: its arguments in, its exit code out. */
export type Command = (args: string[], io: CommandIo) => Promise<number>;

/** What the exit codes mean, for scripts. */
export const exitCode = { fine: 0, findings: 1, badInput: 2, ioFailure: 3 } as const;

/** A mistake in how a command was called: told in one line. */
export class UsageError extends Error {
  override name = 'UsageError';
}
