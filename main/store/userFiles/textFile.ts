import * as nodePath from 'node:path';
import type { DocumentView, SaveOutcome } from '../../../shared/rpc/views.ts';
import type { Ports } from '../../platform/ports.ts';
import { sha256Bytes } from '../../platform/sha256.ts';
import { inTurn } from '../appJson.ts';
import { decodeText } from '../decodeText.ts';
import { durableWrite, type Written } from '../durableWrite.ts';
import { lstatOrNull, makeFolder } from '../locate.ts';
import { readBytes } from '../readBytes.ts';
import { StoreFailure } from '../storeError.ts';

/** A text of settings or keys, which its user may also edit by hand: it is only ever edited, never written anew. */
export interface TextFile {
  readonly document: string;
  readonly absolute: string;
}

/** The text on disk and its version; both null where there is no file yet. */
export type TextOnDisk =
  { readonly text: string; readonly sha256: string } | { readonly text: null; readonly sha256: null };

const limit = 1_000_000;
const none: TextOnDisk = { text: null, sha256: null };

export async function readTextFile(ports: Ports, { absolute }: TextFile): Promise<TextOnDisk> {
  if (!(await lstatOrNull(ports.fs, absolute))) return none;
  const bytes = await readBytes(ports.fs, { absolute, shown: absolute }, limit);
  return { text: decodeText(bytes, absolute), sha256: sha256Bytes(bytes) };
}

/** Changes the text on its newest version. */
export function changeTextFile(ports: Ports, file: TextFile, change: (text: string | null) => string): Promise<void> {
  return inTurn(ports, file.absolute, async () => {
    const { text, sha256 } = await readTextFile(ports, file);
    const next = change(text);
    if (next !== text) await write(ports, file, next, sha256);
  });
}

/** Saves the text as it was typed where the file still is the version that it came from. */
export function saveTextFile(
  ports: Ports,
  file: TextFile,
  { text, expected }: { readonly text: string; readonly expected: string | null },
): Promise<SaveOutcome> {
  return inTurn(ports, file.absolute, async () => {
    const now = await readTextFile(ports, file);
    if (now.sha256 === expected) return { saved: true, ...(await write(ports, file, text, expected)) };
    const conflict: DocumentView | null =
      now.text === null ? null : { path: file.document, text: now.text, sha256: now.sha256, readOnly: false };
    return { saved: false, conflict };
  });
}

async function write(ports: Ports, { absolute }: TextFile, text: string, expected: string | null): Promise<Written> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > limit)
    throw new StoreFailure({ code: 'too-large', path: absolute, cause: 'size', bytes: bytes.length, limit });
  await makeFolder(ports.fs, nodePath.dirname(absolute));
  return durableWrite(ports, { absolute, shown: absolute, bytes, expected, limit });
}
