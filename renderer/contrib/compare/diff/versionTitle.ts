import { shortName } from '../compareAddress.ts';
import type { Diffed, Version } from './diffAddress.ts';

/** The title of a tab that compares two texts. */
export function diffTitle({ left, right }: Diffed): string {
  if (left.path !== right.path) return `${shortName(left.path)} ↔ ${shortName(right.path)}`;
  return `${shortName(left.path)} (${stateOf(left)} ↔ ${stateOf(right)})`;
}

/** Short names that tell the sides apart, as the headings of columns. */
export function sideNames({ left, right }: Diffed): { readonly first: string; readonly second: string } {
  const name = left.path === right.path ? stateOf : ({ path }: Version) => shortName(path);
  return { first: name(left), second: name(right) };
}

/** What a side of a comparison is, in words. */
export function versionTitle(version: Version): string {
  return version.at === 'now' ? version.path : `${version.path} (${stateOf(version)})`;
}

function stateOf({ at }: Version): string {
  if (at === 'now') return 'now';
  return at === 'disk' ? 'on disk' : `version ${at}`;
}
