import { z } from 'zod';
import { unsavedWork, type UnsavedWork } from '../../shared/rpc/unsavedMethods.ts';
import { boundedJson } from './boundedJson.ts';

const format = 'drawdown.unsaved/1';
const kept = z.strictObject({ format: z.literal(format), digest: z.string(), work: unsavedWork });

/** Unsaved work as text. The digest shows that a file is whole and as it was written. */
export function unsavedText(given: UnsavedWork, hash: (text: string) => string): string {
  // Parsed, so that its members stand in the schema's order, as they do when they are read.
  const work = unsavedWork.parse(given);
  return `${JSON.stringify({ format, digest: hash(JSON.stringify(work)), work })}\n`;
}

/** Unsaved work from its text; or what is wrong with it. */
export function readUnsavedText(
  bytes: Uint8Array,
  hash: (text: string) => string,
): { readonly work: UnsavedWork } | { readonly code: 'damaged' | 'newer-format'; readonly fault: string } {
  const json = parse(bytes);
  const of = /^drawdown\.unsaved\/(\d+)$/.exec(String((json as { format?: unknown } | null)?.format ?? ''));
  if (of && Number(of[1]) > 1) return { code: 'newer-format', fault: `it is of format ${of[0]}` };
  const read = kept.safeParse(json);
  if (!read.success) return { code: 'damaged', fault: bytes.length === 0 ? 'it is empty' : 'it is not whole' };
  const { digest, work } = read.data;
  if (hash(JSON.stringify(work)) !== digest) return { code: 'damaged', fault: 'its content is not what was written' };
  return { work };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return boundedJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
