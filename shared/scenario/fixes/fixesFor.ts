import { applyEdits } from 'jsonc-parser';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { faultyText, type Fix } from './faulty.ts';
import { isFixable } from './fixableCodes.ts';
import { fixers } from './fixers.ts';

/** What can be done about a fault in a scenario's text, the likeliest first. None of another file's faults, or where the text moved on. */
export function fixesFor(text: string, diagnostic: Diagnostic): readonly Fix[] {
  if (diagnostic.file !== undefined || !isFixable(diagnostic.code)) return [];
  return fixers[diagnostic.code](faultyText(text, diagnostic)).filter(({ edits }) => edits.length > 0);
}

/** The text with a fix made. */
export function applyFix(text: string, { edits }: Fix): string {
  return applyEdits(text, [...edits]);
}
