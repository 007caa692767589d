import type { Confidence, Figure } from './catalog.ts';

/** A published figure: decimal text, how well it is known, and its source. */
export function figure(value: string, confidence: Confidence, source: string): Figure {
  return { value, confidence, source };
}
