import { readJsonText } from '../../shared/base/jsonText.ts';
import { decodeText } from './decodeText.ts';
import { describeStoreError, StoreFailure } from './storeError.ts';

/** Why the bytes of a document cannot be what they should, in words; null where they can: UTF-8, and an object where it is JSON. */
export function textDamage(path: string, bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = decodeText(bytes, path);
  } catch (error) {
    if (error instanceof StoreFailure) return describeStoreError(error.error);
    throw error;
  }
  return path.endsWith('.json') ? jsonDamage(text) : null;
}

function jsonDamage(text: string): string | null {
  if (text.trim() === '') return 'It is empty.';
  const { root, broken, faults } = readJsonText(text);
  const [fault] = faults;
  if (broken && fault) return fault.place ? `Line ${fault.place.line}: ${fault.message}` : fault.message;
  return root?.kind === 'object' || root?.kind === 'array' ? null : 'It holds no JSON object.';
}
