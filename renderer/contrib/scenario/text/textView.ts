import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import type { Reveal } from '../../../platform/editor.ts';
import { followText } from '../../../workbench/text/followText.ts';
import { monaco } from '../../../workbench/text/monaco.ts';
import { textModel } from '../../../workbench/text/textModel.ts';
import { textOptions, textStyle, type TextStyle } from '../../../workbench/text/textOptions.ts';
import { addJsonSchemas } from './jsonSchemas.ts';
import { offerFixes } from './codeActions.ts';
import { markersOf } from './markers.ts';
import { offsetOf } from './offsetOf.ts';

/** A text in an element of the page, drawn and edited by Monaco. Its history is kept elsewhere. */
export interface TextView {
  /** Takes over a text that was changed elsewhere, by the least change. */
  follow(text: string): void;
  mark(problems: readonly Diagnostic[]): void;
  /** Why nothing can be typed, or null. */
  lock(reason: string | null): void;
  style(how: TextStyle): void;
  show(reveal: Reveal): void;
  focus(): void;
  layout(): void;
  dispose(): void;
}

addJsonSchemas();

/** What a view tells: each change that is made in it, where the cursor came to rest, and which fix was chosen. */
interface Heard {
  typed(text: string): void;
  rested(offset: number): void;
  /** Where the text is looked at came to rest. */
  placed(place: unknown): void;
  fix(diagnostic: Diagnostic, title: string): void;
}

const restMs = 100;

interface Shown {
  readonly path: string;
  readonly text: string;
  /** Where it was looked at last, as `placed` told it. */
  readonly before: unknown;
}

/** Opens a view of a text. */
export function textView(element: HTMLElement, { path, text, before }: Shown, heard: Heard): TextView {
  const model = textModel(path, text);
  const editor = monaco.editor.create(element, { ...textOptions, model, ariaLabel: `Text of ${path}` });
  restorePlace(editor, before);
  let following = false;
  model.onDidChangeContent(() => following || heard.typed(model.getValue()));
  let rest: ReturnType<typeof setTimeout> | undefined;
  editor.onDidChangeCursorPosition(({ position }) => {
    clearTimeout(rest);
    rest = setTimeout(() => heard.rested(model.getOffsetAt(position)), restMs);
  });
  const tellPlace = () => heard.placed(editor.saveViewState());
  let move: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(move);
    move = setTimeout(tellPlace, 3 * restMs);
  };
  editor.onDidScrollChange(moved);
  editor.onDidChangeCursorSelection(moved);
  return {
    follow(next) {
      following = true;
      followText(model, next);
      following = false;
    },
    mark(problems) {
      monaco.editor.setModelMarkers(model, 'drawdown', markersOf(model, problems));
      offerFixes(model, { problems, fix: (diagnostic, title) => heard.fix(diagnostic, title) });
    },
    lock: (reason) => editor.updateOptions({ readOnly: reason !== null, readOnlyMessage: { value: reason ?? '' } }),
    style: (how) => editor.updateOptions(textStyle(how)),
    show: (reveal) => show(editor, model, reveal),
    focus: () => editor.focus(),
    layout: () => editor.layout(),
    dispose() {
      clearTimeout(rest);
      clearTimeout(move);
      tellPlace();
      editor.dispose();
      model.dispose();
    },
  };
}

/** Goes where the text was looked at last; what has not the form of a place is passed over. */
function restorePlace(editor: monaco.editor.IStandaloneCodeEditor, before: unknown): void {
  try {
    if (before) editor.restoreViewState(before as monaco.editor.ICodeEditorViewState);
  } catch {
    editor.setScrollTop(0);
  }
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
