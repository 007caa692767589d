import type { Faulty, Fix } from './faulty.ts';

/** A comment, which JSON does not have. */
export function comment({ diagnostic: { place } }: Faulty): readonly Fix[] {
  return place ? [{ title: 'Remove the comment', edits: [{ ...spanOf(place), content: '' }] }] : [];
}

/** A comma before the end of a list or an object. */
export function trailingComma({ text, diagnostic: { place } }: Faulty): readonly Fix[] {
  const offset = text.slice(0, place?.offset ?? 0).trimEnd().length - 1;
  return text[offset] === ',' ? [{ title: 'Remove the comma', edits: [{ offset, length: 1, content: '' }] }] : [];
}

/** A comma that is missing goes after what stands before. */
export function missingComma({ text, diagnostic: { place } }: Faulty): readonly Fix[] {
  if (!place) return [];
  const offset = text.slice(0, place.offset).trimEnd().length;
  return [{ title: 'Add a comma', edits: [{ offset, length: 0, content: ',' }] }];
}

function spanOf({ offset, length }: { readonly offset: number; readonly length: number }) {
  return { offset, length };
}
