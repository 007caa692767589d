import { ForeignRecords } from '../../../../shared/interchange/importers/foreignRecords.ts';
import { isSecretName, shownText } from '../../../../shared/interchange/importers/redact.ts';

/** The words of one column of a file, and how many rows have each. */
export interface ColumnWords {
  readonly column: string;
  readonly words: readonly { readonly word: string; readonly rows: number }[];
}

/** A column with more different values than this holds no words. */
const mostWords = 60;
const longestWord = 200;

/** Counts the words of all columns that have few of them, as the text of a foreign table goes by. */
export function wordTally(delimiter: string): { push(text: string): void; end(): readonly ColumnWords[] } {
  const splitter = new ForeignRecords(delimiter);
  let names: readonly string[] | null = null;
  let counts: (Map<string, number> | null)[] = [];
  const take = (records: ReturnType<typeof splitter.push>): void => {
    for (const { cells, fault } of records) {
      if (!names) {
        names = cells.map((cell) => cell.trim());
        counts = names.map(() => new Map());
      } else if (fault === null && cells.length === names.length) {
        for (let column = 0; column < cells.length; column++) count(counts, column, cells[column]!.trim());
      }
    }
  };
  return {
    push: (text) => take(splitter.push(text)),
    end() {
      take(splitter.end());
      return (names ?? []).flatMap((column, index) => {
        const words = counts[index];
        if (!words || words.size === 0 || isSecretName(column)) return [];
        return [{ column, words: [...words].map(([word, rows]) => ({ word: shownText(word), rows })) }];
      });
    },
  };
}

function count(counts: (Map<string, number> | null)[], column: number, word: string): void {
  const words = counts[column];
  if (!words || word === '') return;
  words.set(word, (words.get(word) ?? 0) + 1);
  if (words.size > mostWords || word.length > longestWord) counts[column] = null;
}
