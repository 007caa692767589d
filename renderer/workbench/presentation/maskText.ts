const date = String.raw`\d{4}-\d{2}(?:-\d{2})?(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?`;
const clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
const month = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*\.?\s\d{1,4}(?:,\s\d{4})?(?![\d,.]*\d)`;
const percentage = String.raw`[−+-]?\d[\d,.]*\s?%`;
const ordinal = String.raw`(?:Ln|Col|[Rr]ow|[Ll]ine|[Vv]ersion|[Ss]tep|[Ss]eed|[Ii]nvoice)\s\d[\d,]*(?!\.?\d)`;
const count = String.raw`\d+ (?:errors?|warnings?|problems?|notifications?)\b`;
const rank = String.raw`\d+(?:st|nd|rd|th)\b`;
const hash = String.raw`\b(?=[0-9]*[a-f])[0-9a-f]{8,}\b`;
const index = String.raw`(?<=\p{L})\[\d+\]`;
/** `P90`, `R21`, `usage2`: part of a name. */
const name = String.raw`\p{L}[\p{L}\p{N}_]*`;
const kept = [date, clock, month, percentage, ordinal, count, rank, hash, index, name].join('|');
const amount = String.raw`[−+-]?[$€£¥]?[.,]?\d(?:[\d,.]*\d)?(?:…|e\d+|[KMBT](?!\p{L}))?`;
const either = new RegExp(`(${kept})|${amount}`, 'gu');

/**
 * A text with every figure as dots but those that are no amounts for sure: dates, percentages, ordinals, names. Rather too many are
 * hidden than too few. `sameLength` keeps the place of every letter.
 */
export function maskText(text: string, sameLength = false): string {
  return text.replace(either, (found, isKept: string | undefined) => {
    if (isKept !== undefined) return found;
    return '•'.repeat(sameLength ? found.length : 3);
  });
}
