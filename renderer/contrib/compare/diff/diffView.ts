import type { Settings } from '../../../../shared/rpc/views.ts';
import { followText } from '../../../workbench/text/followText.ts';
import { monaco } from '../../../workbench/text/monaco.ts';
import { textModel } from '../../../workbench/text/textModel.ts';
import { textOptions, textStyle, type TextStyle } from '../../../workbench/text/textOptions.ts';

/** Two texts with their differences, drawn by Monaco. The right one may be edited; its history is kept elsewhere. */
export interface DiffView {
  follow(left: string, right: string): void;
  /** Why nothing can be typed, or null. */
  lock(reason: string | null): void;
  style(how: TextStyle & Pick<Settings, 'diffSideBySide'>): void;
  /** Goes to the next or the previous difference, and gives its number from 1; null where there is none. */
  go(step: 1 | -1): number | null;
  /** The same in the viewer for screen readers, which it opens. */
  review(step: 1 | -1): void;
  focus(): void;
  layout(): void;
  dispose(): void;
}

interface DiffHeard {
  typed(text: string): void;
  /** How many differences there are, once they are computed. */
  counted(differences: number): void;
}

interface DiffNames {
  readonly uri: string;
  readonly left: string;
  readonly right: string;
}

/** Where each comparison was scrolled to when it was last seen. */
const viewStates = new Map<string, monaco.editor.IDiffEditorViewState>();

/** Opens a view of two texts. */
export function diffView(element: HTMLElement, { uri, left, right }: DiffNames, heard: DiffHeard): DiffView {
  const original = textModel(left, '');
  const modified = textModel(right, '');
  const labels = { originalAriaLabel: `Left: ${left}`, modifiedAriaLabel: `Right: ${right}` };
  const editor = monaco.editor.createDiffEditor(element, {
    ...textOptions,
    ...labels,
    ignoreTrimWhitespace: false,
    originalEditable: false,
    renderGutterMenu: false,
  });
  editor.setModel({ original, modified });
  // Options that come without the labels take them away.
  const update = (options: monaco.editor.IDiffEditorOptions): void => editor.updateOptions({ ...options, ...labels });
  let following = false;
  let seen = false;
  modified.onDidChangeContent(() => following || heard.typed(modified.getValue()));
  editor.onDidUpdateDiff(() => {
    const changes = editor.getLineChanges();
    if (!changes) return;
    heard.counted(changes.length);
    if (!seen && !viewStates.has(uri)) editor.revealFirstDiff();
    seen = true;
  });
  return {
    follow(leftText, rightText) {
      following = true;
      followText(original, leftText);
      followText(modified, rightText);
      following = false;
    },
    lock: (reason) => update({ readOnly: reason !== null, readOnlyMessage: { value: reason ?? '' } }),
    style: (how) => update({ ...textStyle(how), renderSideBySide: how.diffSideBySide }),
    go(step) {
      editor.goToDiff(step > 0 ? 'next' : 'previous');
      editor.getModifiedEditor().focus();
      return numberAt(editor);
    },
    review: (step) => (step > 0 ? editor.accessibleDiffViewerNext() : editor.accessibleDiffViewerPrev()),
    focus: () => editor.getModifiedEditor().focus(),
    layout: () => editor.layout(),
    dispose() {
      const state = editor.saveViewState();
      if (state) viewStates.set(uri, state);
      editor.dispose();
      original.dispose();
      modified.dispose();
    },
  };
}

/** The number of the difference at the cursor. A difference that only takes away stands at the line after it. */
function numberAt(editor: monaco.editor.IStandaloneDiffEditor): number | null {
  const line = editor.getModifiedEditor().getPosition()?.lineNumber ?? 0;
  const changes = editor.getLineChanges() ?? [];
  const at = changes.findIndex((change) => {
    const from =
      change.modifiedEndLineNumber === 0 ? change.modifiedStartLineNumber + 1 : change.modifiedStartLineNumber;
    return from === line;
  });
  return at < 0 ? null : at + 1;
}
