import { monaco } from './monaco.ts';
import { replacement } from './replacement.ts';

/** Brings a model to a text that was changed elsewhere, by the least change. */
export function followText(model: monaco.editor.ITextModel, text: string): void {
  const now = model.getValue();
  // The model has one kind of line end; a document may mix them.
  if (now === text || now === text.replace(/\r\n?|\n/g, model.getEOL())) return;
  const { at, removed, inserted } = replacement(now, text);
  const range = monaco.Range.fromPositions(model.getPositionAt(at), model.getPositionAt(at + removed));
  model.applyEdits([{ range, text: inserted, forceMoveMarkers: true }]);
}
