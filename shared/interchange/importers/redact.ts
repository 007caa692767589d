/** What stands where a secret stood. */
export const redacted = '[redacted]';

const secretName =
  /^(x[-_ ]?)?(api|access|secret|private|auth)[-_ ]?(key|token)s?([-_ ]?(hash|prefix))?$|password|secret|authorization|^bearer/i;
const secretPair =
  /((?:api|access|secret|private|auth)[-_ ]?(?:key|token)|password|secret|authorization|bearer)(["']?\s*[=:\s]\s*["']?)(?:bearer\s+)?[^\s"',;&]+/gi;
/** Keys and tokens that show what they are by themselves: as their makers begin them, JSON web tokens, PEM. */
const secretValue =
  /(?<![A-Za-z0-9])(?:(?:sk|pk|rk|rf)[-_][A-Za-z0-9_-]{16,}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{30,}|eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*)?|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)/g;
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const longest = 200;
const longestRow = 80;
const shortestSecret = 15;

/** A value of a column as it may be shown. */
export function shownCell(column: string, value: string): string {
  return isSecretName(column) ? redacted : shownText(value);
}

/** A row that cannot be read as it may be shown, where its cells cannot be told apart: not at all beside a column of keys. */
export function shownRow(columns: readonly string[], text: string): string {
  return columns.some(isSecretName) ? redacted : shownText(text).slice(0, longestRow);
}

/** True for names of columns or members that hold API keys, tokens or passwords, or hashes of them. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.trim());
}

/** True for a value that looks like an API key or a token wherever it stands. A key without such a mark is not known. */
export function looksSecret(value: string): boolean {
  return value.length >= shortestSecret && value.search(secretValue) >= 0;
}

/** Text of a source as it may be shown: secrets masked, invisible characters made visible, at most 200 characters. */
export function shownText(text: string): string {
  const masked = text
    .slice(0, 10 * longest)
    .replace(secretPair, `$1$2${redacted}`)
    .replace(secretValue, redacted);
  const visible = masked.replace(invisible, '\u00b7');
  return visible.length > longest ? `${visible.slice(0, longest - 1)}\u2026` : visible;
}
