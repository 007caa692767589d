import { refuse } from './attempt.ts';

const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const maximumNameBytes = 255;

/** The parts of a path relative to the workspace. Whatever could lead out of it is refused. */
export function pathParts(path: string): string[] {
  if (path.includes('\0')) refuse('bad-name', path.replaceAll('\0', '␀'), 'it holds a NUL');
  const parts = path.split('/');
  if (/^([A-Za-z]:|[\\/])/.test(path) || parts.includes('..')) refuse('outside', path, 'an absolute or climbing path');
  if (parts.some((part) => part === '' || part === '.')) refuse('bad-name', path, 'a part of it is empty');
  return parts;
}

/** Refuses the name of a new file or folder that some system could not hold, or that would be hidden. */
export function checkNewName(name: string, path: string): void {
  const fault = nameFault(name);
  if (fault) refuse('bad-name', path, fault);
}

/** What is wrong with one name as the name of a new file on any system, or null. */
export function nameFault(name: string): string | null {
  if (name === '' || name === '.' || name === '..') return 'it is empty';
  if (name.startsWith('.')) return 'names that begin with a dot are hidden';
  if (/[<>:"/\\|?*]/.test(name)) return 'it holds one of < > : " / \\ | ? *';
  if (/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u.test(name))
    return 'it holds an invisible character';
  if (/[. ]$/.test(name)) return 'it ends with a dot or a space';
  if (reserved.test(name)) return 'Windows keeps that name for itself';
  return new TextEncoder().encode(name).length > maximumNameBytes ? 'it is too long' : null;
}

/** `base`, then `base-2`, `base-3` … before the extension: names to try for a new file. */
export function* namesToTry(path: string): Generator<string> {
  const slash = path.lastIndexOf('/') + 1;
  const dot = path.indexOf('.', slash + 1);
  const cut = dot === -1 ? path.length : dot;
  yield path;
  for (let number = 2; number <= maximumTries; number++) yield `${path.slice(0, cut)}-${number}${path.slice(cut)}`;
}

const maximumTries = 9999;
