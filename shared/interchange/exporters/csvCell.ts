/** Before a CSV file it makes Excel read it as UTF-8. */
export const csvByteOrderMark = '\uFEFF';

/** Beginnings that a spreadsheet takes for a formula, their full-width forms included. */
const formula = /^[=+\-@\t\r＝＋－＠]/;
const decimal = /^-?\d+(\.\d+)?$/;
const needsQuotes = /[",;\t\r\n]|^ | $/;

/** A text as a CSV cell: one that a spreadsheet would run as a formula gets a leading `'`. */
export function csvText(text: string): string {
  return quoted(formula.test(text) ? `'${text}` : text);
}

/** A decimal as a CSV cell: `-5` stays a number. Anything that is no decimal is treated as text. */
export function csvDecimal(text: string): string {
  return text === '' || decimal.test(text) ? text : csvText(text);
}

function quoted(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
