import { setImmediate as letOthersRun } from 'node:timers/promises';
import { sha256Stream } from '../../platform/sha256.ts';
import type { ImportSource } from '../import/importSource.ts';
import type { HeldFile } from './readText.ts';

/** A file of an audit with what was seen of it while it was read. */
export interface SeenFile {
  readonly file: HeldFile;
  /** SHA-256 of its bytes; empty until they were read to the end. */
  sha256(): string;
  /** SHA-256 of the bytes as they are now; null where they cannot be read any more. */
  again(): Promise<string | null>;
}

interface Watch {
  /** Called as the bytes go by. */
  onRead(bytes: number): void;
  /** Throws where nobody waits for the audit any more. */
  check(): void;
}

/** A source as an audit reads it: hashed as it passes, told how far it is, and given up when nobody waits. */
export function seenFile(source: ImportSource, { onRead, check }: Watch): SeenFile {
  let digest = '';
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const hash = sha256Stream();
    let read = 0;
    for await (const chunk of source.chunks()) {
      check();
      hash.add(chunk);
      read += chunk.length;
      onRead(read);
      yield chunk;
    }
    digest = hash.digest();
    // What comes next computes without a pause: what was told so far must go out before.
    await letOthersRun();
    check();
  }
  return {
    file: { shown: source.name, bytes: source.bytes, chunks },
    sha256: () => digest,
    again: () => hashAgain(source, check),
  };
}

async function hashAgain(source: ImportSource, check: () => void): Promise<string | null> {
  const hash = sha256Stream();
  try {
    for await (const chunk of source.chunks()) hash.add(chunk);
  } catch {
    return null;
  }
  check();
  return hash.digest();
}
