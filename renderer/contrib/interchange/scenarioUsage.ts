import { applyEdits, modify, parse, type FormattingOptions, type JSONPath } from 'jsonc-parser';

/** A usage file as a scenario lists it: `path` is relative to the scenario. */
export interface UsageFileEntry {
  readonly path: string;
  readonly sha256: string;
}

/** The scenario's text with a usage file added, or its digest renewed where the path is listed already. Formatting stays. */
export function withUsageFile(text: string, file: UsageFileEntry): string {
  const files = listAt(text, ['usage', 'files']);
  const listed = files.findIndex((entry) => isRecord(entry) && entry['path'] === file.path);
  if (listed >= 0) return set(text, ['usage', 'files', listed, 'sha256'], file.sha256);
  return append(text, ['usage', 'files'], { path: file.path, sha256: file.sha256 });
}

/**
 * The scenario's text with meters added as third-party token meters whose price is left for the user to set: the rate has a
 * date and a unit, and no price, for nobody published one. @rule R19
 */
export function withTokenMeters(text: string, meters: readonly string[], from: string): string {
  const known = meterIds(text);
  return meters
    .filter((id) => !known.has(id))
    .reduce(
      (result, id) =>
        append(result, ['meters'], { id, unit: 'token', runs: 'third-party', rates: [{ from, per: 1_000_000 }] }),
      text,
    );
}

/** Meters that a scenario's own text lists; those of its catalog are not seen here. */
export function meterIds(text: string): ReadonlySet<string> {
  const meters = listAt(text, ['meters']);
  return new Set(meters.flatMap((meter) => (isRecord(meter) && typeof meter['id'] === 'string' ? [meter['id']] : [])));
}

/** Path of a workspace file as a scenario beside or above it writes it, or null where it lies outside the scenario's folder. */
export function relativeToScenario(scenario: string, file: string): string | null {
  const folder = scenario.slice(0, scenario.lastIndexOf('/') + 1);
  return file.startsWith(folder) ? file.slice(folder.length) : null;
}

function append(text: string, path: JSONPath, value: unknown): string {
  const list = listAt(text, path);
  return list.length === 0 ? set(text, path, [value]) : set(text, [...path, list.length], value);
}

function set(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions: formattingOf(text) }));
}

function formattingOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
  const tabs = indent.startsWith('\t');
  return { insertSpaces: !tabs, tabSize: tabs ? 1 : indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function listAt(text: string, path: JSONPath): readonly unknown[] {
  let value: unknown = parse(text);
  for (const key of path) value = isRecord(value) ? value[String(key)] : undefined;
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
