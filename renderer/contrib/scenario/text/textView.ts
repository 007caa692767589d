import type { Settings } from '../../../../shared/rpc/views.ts';
import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import type { Reveal } from '../../../platform/editor.ts';
import { markersOf } from './markers.ts';
import { monaco } from './monaco.ts';
import { offsetOf } from './offsetOf.ts';
import { replacement } from './replacement.ts';

/** A text in an element of the page, drawn and edited by Monaco. Its history is kept elsewhere. */
export interface TextView {
  /** Takes over a text that was changed elsewhere, by the least change. */
  follow(text: string): void;
  mark(problems: readonly Diagnostic[]): void;
  /** Why nothing can be typed, or null. */
  lock(reason: string | null): void;
  style(how: Pick<Settings, 'textSize' | 'wordWrap'>): void;
  show(reveal: Reveal): void;
  focus(): void;
  layout(): void;
  dispose(): void;
}

const options: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontFamily: "'JetBrains Mono', monospace",
  fontSize: 13,
  lineHeight: 20,
  tabSize: 2,
  minimap: { enabled: false },
  wordBasedSuggestions: 'off',
  scrollBeyondLastLine: false,
  fixedOverflowWidgets: true,
  padding: { top: 6, bottom: 6 },
  unicodeHighlight: { ambiguousCharacters: false },
};

/** Where each text was scrolled to when it was last seen. */
const viewStates = new Map<string, monaco.editor.ICodeEditorViewState>();
let serial = 0;

/** Opens a view of a text. `typed` hears each change that is made in it. */
export function textView(element: HTMLElement, path: string, text: string, typed: (text: string) => void): TextView {
  // Two views of one document have a model each.
  serial += 1;
  const uri = monaco.Uri.from({ scheme: 'inmemory', authority: `view-${serial}`, path: `/${path}` });
  const model = monaco.editor.createModel(text, languageOf(path), uri);
  const editor = monaco.editor.create(element, { ...options, model, ariaLabel: `Text of ${path}` });
  const before = viewStates.get(path);
  if (before) editor.restoreViewState(before);
  let following = false;
  model.onDidChangeContent(() => following || typed(model.getValue()));
  return {
    follow(next) {
      following = true;
      follow(model, next);
      following = false;
    },
    mark: (problems) => monaco.editor.setModelMarkers(model, 'drawdown', markersOf(model, problems)),
    lock: (reason) => editor.updateOptions({ readOnly: reason !== null, readOnlyMessage: { value: reason ?? '' } }),
    style: ({ textSize, wordWrap }) =>
      editor.updateOptions({
        fontSize: textSize,
        lineHeight: Math.round((textSize * 20) / 13),
        wordWrap: wordWrap ? 'on' : 'off',
      }),
    show: (reveal) => show(editor, model, reveal),
    focus: () => editor.focus(),
    layout: () => editor.layout(),
    dispose() {
      const state = editor.saveViewState();
      if (state) viewStates.set(path, state);
      editor.dispose();
      model.dispose();
    },
  };
}

function languageOf(path: string): string {
  return /\.(json|ndjson|jsonl)$/.test(path) ? 'json' : 'plaintext';
}

function follow(model: monaco.editor.ITextModel, text: string): void {
  const now = model.getValue();
  // The model has one kind of line end; a document may mix them.
  if (now === text || now === text.replace(/\r\n?|\n/g, model.getEOL())) return;
  const { at, removed, inserted } = replacement(now, text);
  const range = monaco.Range.fromPositions(model.getPositionAt(at), model.getPositionAt(at + removed));
  model.applyEdits([{ range, text: inserted, forceMoveMarkers: true }]);
}

function show(editor: monaco.editor.IStandaloneCodeEditor, model: monaco.editor.ITextModel, reveal: Reveal): void {
  const { path, place } = reveal;
  // A place in a usage file names a line alone.
  const isLine = place !== undefined && place.line > 1 && place.offset === 0;
  const span = place ?? (path === undefined ? null : offsetOf(model.getValue(), path));
  if (!span) return;
  const start = isLine ? { lineNumber: place.line, column: 1 } : model.getPositionAt(span.offset);
  const end = isLine
    ? { lineNumber: place.line, column: model.getLineMaxColumn(Math.min(place.line, model.getLineCount())) }
    : model.getPositionAt(span.offset + span.length);
  const range = model.validateRange(monaco.Range.fromPositions(start, end));
  editor.setSelection(range);
  editor.revealRangeInCenterIfOutsideViewport(range);
  editor.focus();
}
