/** The part of the process on which failures show. */
export interface FailingProcess {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  readonly stdout: Pick<NodeJS.WriteStream, 'on'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'on' | 'write'>;
}

/**
 * Tells of what was thrown outside of any call. The process goes on: files are replaced as a whole or not at all, so that a
 * mistake leaves none half. Where telling fails too, one line on standard error is all.
 */
export function catchFailures(process: FailingProcess, tell: (error: unknown) => void | Promise<void>): void {
  const complain = (error: unknown): void => {
    try {
      process.stderr.write(`drawdown: ${messageOf(error)}\n`);
    } catch {
      // Nowhere left to say it.
    }
  };
  const told = (error: unknown): void => {
    complain(error);
    Promise.resolve(error).then(tell).catch(complain);
  };
  process.on('uncaughtException', told);
  process.on('unhandledRejection', told);
  // A terminal that is gone is no failure, and nobody is there to be told.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!.slice(0, 500);
}
