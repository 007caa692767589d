import type { Run } from '../../shared/engine/outcome.ts';
import { drawText, statement } from '../../shared/engine/statement.ts';

const rowsInPiece = 10_000;

/** The result document in pieces, a draw a line: as one text that of millions of events is too long to be held. */
export function* resultPieces(run: Run): Generator<string> {
  const { count } = run.program.usage;
  yield `${JSON.stringify(statement(run), null, 2).slice(0, -2)},\n  "draws": [`;
  for (let from = 0; from < count; from += rowsInPiece) {
    const rows = Array.from({ length: Math.min(rowsInPiece, count - from) }, (_, index) => from + index);
    const lines = rows.map((row) => `${row === 0 ? '' : ','}\n    ${JSON.stringify(drawText(run, row))}`);
    yield lines.join('');
  }
  yield count === 0 ? ']\n}\n' : '\n  ]\n}\n';
}
