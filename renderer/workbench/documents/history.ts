import type { OpenDocument, Step } from '../../platform/documents.ts';
import { applyChange, revertChange, textChange } from './textChange.ts';

const mergeWithinMs = 1000;
const maxSteps = 1000;

/** The document with its text set as one step of undo, joined to the last one where both carry the same merge key. */
export function edited(
  document: OpenDocument,
  text: string,
  step: { readonly label: string; readonly merge: string | null; readonly timeMs: number },
): OpenDocument {
  const last = document.undo.at(-1);
  const joined = last !== undefined && joins(document, last, step);
  const base = joined ? revertChange(document.text, last) : document.text;
  const earlier = joined ? document.undo.slice(0, -1) : document.undo.slice(1 - maxSteps);
  const undo = base === text ? earlier : [...earlier, { ...step, ...textChange(base, text) }];
  return withText({ ...document, undo, redo: [] }, text);
}

export function undone(document: OpenDocument): OpenDocument {
  const step = document.undo.at(-1);
  if (!step) return document;
  const undo = document.undo.slice(0, -1);
  return withText({ ...document, undo, redo: [...document.redo, sealed(step)] }, revertChange(document.text, step));
}

export function redone(document: OpenDocument): OpenDocument {
  const step = document.redo.at(-1);
  if (!step) return document;
  const redo = document.redo.slice(0, -1);
  return withText({ ...document, redo, undo: [...document.undo, sealed(step)] }, applyChange(document.text, step));
}

/** The document as saved or read again: `savedText` is what is on disk now. */
export function synced(document: OpenDocument, savedText: string, sha256: string | null): OpenDocument {
  return { ...document, savedText, sha256, dirty: document.text !== savedText };
}

function joins(document: OpenDocument, last: Step, step: { merge: string | null; timeMs: number }): boolean {
  const quick = step.timeMs - last.timeMs <= mergeWithinMs;
  return step.merge !== null && step.merge === last.merge && quick && document.text !== document.savedText;
}

/** A step that was undone or redone takes no more changes in. */
function sealed(step: Step): Step {
  return { ...step, merge: null };
}

function withText(document: OpenDocument, text: string): OpenDocument {
  return { ...document, text, dirty: text !== document.savedText, version: document.version + 1 };
}
