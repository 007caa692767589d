import type { CellKind } from '../../../shared/base/rows/cellKind.ts';

const figurePx = 8;
const letterPx = 12.5;
const paddingPx = 16;
const plainText = /^[\x20-\x7e]*$/;

/**
 * Whether a text might be wider than its cell. Only such cells are cut off: each that is costs time in every frame, and most
 * cells are much wider than their text.
 */
export function mayOverflow(
  text: string,
  { kind, widthPx }: { readonly kind: CellKind; readonly widthPx: number },
): boolean {
  if (!plainText.test(text)) return true;
  return text.length * (kind === 'text' ? letterPx : figurePx) > widthPx - paddingPx;
}
