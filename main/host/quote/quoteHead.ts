import { err, ok, type Result } from '../../../shared/base/result.ts';
import { parseLocalDate } from '../../../shared/calendar/instant.ts';
import type { Brand } from '../../../shared/base/brand.ts';
import type { Quote, QuoteHead } from '../../../shared/planner/quote/quoteSchema.ts';
import type { RpcError } from '../../../shared/rpc/views.ts';

/** What somebody gives for the head of a quote. Null: as in the quote before, else as is usual. */
export interface WantedHead {
  readonly number: string | null;
  /** A local date. */
  readonly validUntil: string | null;
  readonly customer: string | null;
  readonly seller: string | null;
  readonly notes: string;
  readonly brand: Brand | null;
}

/** Days for which a quote holds where nothing else is said. */
const usualDays = 30;
const dayMs = 86_400_000;

/** The head of a quote made at an instant; a number of its own, where none is given, ends with what tells scenarios apart. */
export function quoteHead(
  { number, validUntil, customer, seller, notes, brand }: WantedHead,
  since: Quote | null,
  now: number,
): Result<(tag: string) => QuoteHead, RpcError> {
  const madeAt = new Date(now).toISOString();
  const today = madeAt.slice(0, 10);
  const until = validUntil ?? new Date(now + usualDays * dayMs).toISOString().slice(0, 10);
  if (parseLocalDate(until) === null) return err({ code: 'bad-date', message: `${until} is not a date.` });
  if (until < today) {
    return err({
      code: 'bad-date',
      message: `The quote would be valid until ${until}, which is over: today is ${today}.`,
    });
  }
  const shown = withBefore(brand, since?.quote.brand ?? null);
  return ok((tag) => ({
    number: number ?? since?.quote.number ?? `Q-${today.replaceAll('-', '')}-${tag.toUpperCase()}`,
    version: since ? since.quote.version + 1 : 1,
    madeAt,
    validUntil: until,
    customer: customer ?? since?.quote.customer ?? '',
    seller: seller ?? since?.quote.seller ?? '',
    notes,
    ...(shown ? { brand: shown } : {}),
  }));
}

/** What the seller says of the look; what is left empty stays as in the quote before. */
function withBefore(brand: Brand | null, before: Brand | null): Brand | null {
  if (!brand || !before) return brand ?? before;
  return {
    accent: brand.accent ?? before.accent,
    logo: brand.logo ?? before.logo,
    terms: brand.terms || before.terms,
  };
}
