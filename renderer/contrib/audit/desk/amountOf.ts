/** An amount as typed: decimal text, null where nothing was typed, undefined where it is no amount from 0. */
export function amountOf(text: string): string | null | undefined {
  const plain = text.replace(/[\s,_’']/g, '');
  if (plain === '') return null;
  return /^\d{1,15}(\.\d{1,9})?$/.test(plain) ? plain : undefined;
}
