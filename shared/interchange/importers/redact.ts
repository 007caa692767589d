/** What stands where a secret stood. */
export const redacted = '[redacted]';

const secretName =
  /^(x[-_ ]?)?(api|access|secret|private|auth)[-_ ]?(key|token)s?([-_ ]?(hash|prefix))?$|password|secret|authorization|^bearer/i;
const secretPair =
  /((?:api|access|secret|private|auth)[-_ ]?(?:key|token)|password|secret|authorization|bearer)(["']?\s*[=:\s]\s*["']?)(?:bearer\s+)?[^\s"',;&]+/gi;
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const longest = 200;

/** True for names of columns or members that hold API keys, tokens or passwords, or hashes of them. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.trim());
}

/** Text of a source as it may be shown: secrets masked, invisible characters made visible, at most 200 characters. */
export function shownText(text: string): string {
  const masked = text.slice(0, 10 * longest).replace(secretPair, `$1$2${redacted}`);
  const visible = masked.replace(invisible, '\u00b7');
  return visible.length > longest ? `${visible.slice(0, longest - 1)}\u2026` : visible;
}
