import type { Ports } from '../platform/ports.ts';
import { refuse, systemCode } from './attempt.ts';

const passing: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const firstWaitMs = 20;
const maximumRetries = 9;

/** Renames, waiting up to about ten seconds for a scanner, indexer or sync tool that holds the file. */
export async function renameWithRetry(ports: Ports, from: string, to: string, shown: string): Promise<void> {
  for (let retry = 0; ; retry++) {
    try {
      return await ports.fs.rename(from, to);
    } catch (error) {
      const code = systemCode(error);
      if (code === null || !passing.has(code)) throw error;
      if (retry === maximumRetries) refuse('busy', shown, code);
      ports.log.note('rename-retry', { code, retry });
      await ports.wait(firstWaitMs * 2 ** retry);
    }
  }
}
