import type { Diagnostic } from '../../../../shared/base/diagnostic.ts';
import { monaco } from '../../../workbench/text/monaco.ts';
import { problemText } from '../problemText.ts';

/** The squiggles of problems. A problem without a place stands at the beginning. */
export function markersOf(
  model: monaco.editor.ITextModel,
  problems: readonly Diagnostic[],
): monaco.editor.IMarkerData[] {
  return problems
    .filter(({ file }) => file === undefined)
    .map((problem) => {
      const from = problem.place?.offset ?? 0;
      const start = model.getPositionAt(from);
      const end = model.getPositionAt(from + Math.max(1, problem.place?.length ?? 1));
      return {
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
        severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        message: problemText(problem),
        code: problem.code,
      };
    });
}
