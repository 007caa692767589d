/** A line of Output: when it was written, as UTC text, and what. */
interface Line {
  readonly at: string;
  readonly text: string;
}

/** The lines of Output as they are copied. */
export function outputText(lines: readonly Line[]): string {
  return lines.map(({ at, text }) => `${at} ${text}`).join('\n');
}
