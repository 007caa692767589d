import { err, ok, type Result } from '../result.ts';
import type { FilterFault } from './readFilter.ts';

/** A piece of a filter with its place. */
export interface FilterPart {
  /** Its text without quotes. */
  readonly text: string;
  /** Its text with every quoted character masked, so that only what has a meaning is seen. */
  readonly bare: string;
  readonly from: number;
  readonly until: number;
  slice(from: number, until?: number): FilterPart;
}

interface Character {
  readonly at: number;
  readonly text: string;
  readonly quoted: boolean;
}

const mask = '\u0000';

/** Splits a filter into its choices, and these into their terms. Spaces around a piece do not count. */
export function filterParts(text: string): Result<readonly (readonly FilterPart[])[], FilterFault> {
  const characters = charactersOf(text);
  if (!characters.ok) return characters;
  const choices = split(characters.value, '|', 0, text.length);
  return ok(
    choices.map(({ inner, from, until }) =>
      split(inner, '&', from, until).map((term) => partOf(term.inner, term.from, term.until)),
    ),
  );
}

function charactersOf(text: string): Result<readonly Character[], FilterFault> {
  const characters: Character[] = [];
  let quote = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character !== '"') characters.push({ at, text: character, quoted: quote >= 0 });
    else if (quote >= 0 && text[at + 1] === '"') characters.push({ at: at++, text: '"', quoted: true });
    else quote = quote >= 0 ? -1 : at;
  }
  if (quote < 0) return ok(characters);
  return err({ code: 'unclosed-quote', from: quote, until: text.length, message: 'The quote is not closed.' });
}

interface Stretch {
  readonly inner: readonly Character[];
  readonly from: number;
  readonly until: number;
}

function split(characters: readonly Character[], by: string, start: number, end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let inner: Character[] = [];
  let from = start;
  for (const character of characters) {
    if (character.quoted || character.text !== by) {
      inner.push(character);
      continue;
    }
    stretches.push({ inner, from, until: character.at });
    inner = [];
    from = character.at + 1;
  }
  return [...stretches, { inner, from, until: end }];
}

function partOf(characters: readonly Character[], from: number, until: number): FilterPart {
  const isSpace = (character: Character | undefined) => character?.quoted === false && character.text.trim() === '';
  let first = 0;
  let last = characters.length;
  while (first < last && isSpace(characters[first])) first++;
  while (last > first && isSpace(characters[last - 1])) last--;
  const inner = characters.slice(first, last);
  return {
    text: inner.map(({ text }) => text).join(''),
    bare: inner.map(({ text, quoted }) => (quoted ? mask : text)).join(''),
    from: inner[0]?.at ?? from,
    until: inner.length > 0 ? inner.at(-1)!.at + 1 : until,
    slice: (begin, end) => partOf(inner.slice(begin, end), inner[begin]?.at ?? until, inner[end ?? -1]?.at ?? until),
  };
}
