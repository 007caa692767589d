import { looksSecret } from '../../shared/interchange/importers/redact.ts';

/** A name that tells of a secret, and a value beside it that could be one: long, of one word, and no plain word. */
const assigned =
  /(?:password|passwd|secret|token|api[_-]?key|private[_-]?key|credentials?)["']?\s*[:=]\s*["'`]([A-Za-z0-9+/_=-]{16,})["'`]/gi;
/** Letters and digits in turn, as no name is spelt. */
const random = /(?=.*[a-z])(?=.*[A-Z])(?=.*\d)|^[0-9a-f]{32,}$/;
const inAddress = /\b[a-z]+:\/\/[^\s/:@]+:[^\s/:@]{6,}@/i;

/** Lines of a text that seem to hold a key, a password or a token, from 1. */
export function findSecrets(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => {
    const values = [...line.matchAll(assigned)].map(([, value]) => value!);
    const found = looksSecret(line) || inAddress.test(line) || values.some((value) => random.test(value));
    return found ? [index + 1] : [];
  });
}
