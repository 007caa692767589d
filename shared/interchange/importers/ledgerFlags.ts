import { rowFlag } from '../../ledger/ledgerColumns.ts';
import { wholeOf } from './wholeOf.ts';

/** What the cell `flags` of a ledger row states: words apart by a space of `free`, `whole`, `calls=N`; null where there is another. */
export function readFlags(text: string): { readonly flags: number; readonly calls: number } | null {
  let flags = 0;
  let calls = 1;
  if (text === '') return { flags, calls };
  for (const word of text.split(' ')) {
    const stated = word.startsWith('calls=') ? wholeOf(word.slice(6)) : -1;
    if (word === 'free') flags |= rowFlag.free;
    else if (word === 'whole') flags |= rowFlag.whole;
    else if (stated >= 1 && stated < 2 ** 31) calls = stated;
    else return null;
  }
  return { flags, calls };
}
