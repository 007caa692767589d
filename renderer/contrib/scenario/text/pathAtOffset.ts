import { getLocation } from 'jsonc-parser';
import { formatPath } from '../../../../shared/base/jsonPath.ts';

/** Longest text in which places are told. */
const mostLetters = 500_000;

/** The JSON path at an offset of a text, or null where the text is too long for that. */
export function pathAtOffset(text: string, offset: number): string | null {
  if (text.length > mostLetters) return null;
  return formatPath(getLocation(text, offset).path.filter((step) => step !== ''));
}
