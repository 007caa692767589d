import { instantText } from './instantText.ts';
/** Codes of findings as people call them. */
const codes: Readonly<Record<string, string>> = {
  balance: 'Balance does not follow',
  'draw-order': 'Drawn in the wrong order',
  rate: 'Wrong rate',
  'expired-used': 'Lapsed credits were used',
  rollover: 'Credits rolled over',
  'missing-grant': 'Grant is missing',
  'unexpected-grant': 'Grant that is not due',
  'missing-expiry': 'Lapse is missing',
  'unexpected-expiry': 'Lapse that is not due',
  'not-forfeited': 'Not forfeited',
  'blocked-served': 'Served while it had to be blocked',
  'served-blocked': 'Blocked while it could be served',
  cap: 'Beyond the Flex cap',
  'duplicate-id': 'The same event twice',
  'near-duplicate': 'Perhaps the same event twice',
  'extra-usage': 'Usage that was not recorded',
  'missing-usage': 'Recorded usage is missing',
  sequence: 'Numbering has a gap',
  'time-order': 'Not in time order',
  'unknown-purchase': 'Purchase that nobody made',
  'missing-purchase': 'Purchase is missing',
  'unknown-adjustment': 'Adjustment that nobody ordered',
  'missing-adjustment': 'Adjustment is missing',
  'missing-close': 'Flex month was not closed',
  'unexpected-close': 'Flex close that is not due',
  'flex-rounding': 'Flex is rounded wrongly',
  'invoice-amount': 'Wrong amount on an invoice',
  'invoice-missing': 'Invoice line is missing',
  'invoice-unexpected': 'Invoice line that is not due',
  'invoice-total': 'Invoice does not add up',
  'out-of-period': 'Outside the period',
  hash: 'A row was altered after it was written',
  truncated: 'Rows were cut off',
  rechained: 'The chain was made anew',
};

/** What the biller may have done, for each hypothesis that an audit tries. */
const hypotheses: Readonly<Record<string, string>> = {
  'prepaid-first': 'Prepaid credits were drawn before included ones',
  rollover: 'Unused included credits rolled over to the next cycle',
  'flex-ceil': 'Flex was rounded up at the end of the month',
  'flex-nearest': 'Flex was rounded to the nearest whole credit',
  'flex-unrounded': 'Flex was charged with its fraction',
  'flex-per-meter': 'Flex was rounded for each meter on its own',
  'flex-per-event': 'Flex was rounded up for each event',
  'fraction-carried': 'The fraction of Flex was carried to the next month',
  'time-zone': 'Months were counted in another time zone',
  'calendar-cycles': 'Cycles began on the 1st of the month',
  'anniversary-cycles': 'Cycles began on the day of the subscription',
  'retroactive-prepaid': 'A purchase paid for Flex that was already used',
  'duplicate-usage': 'Some usage was charged twice',
  'missing-usage': 'Some usage was left out',
  'stale-rate': 'A new rate was applied too late',
  'cap-ignored': 'The Flex cap was ignored',
  'flex-off-ignored': 'Flex was charged though it was off',
  'no-forfeit': 'Credits that had to be forfeited were kept',
  'annual-by-month': 'The annual credits were granted in twelfths',
  'whole-events': 'An event over two pools was charged to the last one whole',
};

/** Kinds of invoice lines and figures of money. */
const kinds: Readonly<Record<string, string>> = {
  subscription: 'Subscription',
  prepaid: 'Prepaid',
  flex: 'Flex',
  'final-flex': 'Final Flex',
  total: 'Total',
};

export function codeTitle(code: string): string {
  return codes[code] ?? code;
}

export function kindTitle(kind: string): string {
  return kinds[kind] ?? kind;
}

/** A hypothesis, or a pair joined by `+`, as a sentence without its full stop. */
export function hypothesisTitle(hypothesis: string): string {
  const [first = '', ...others] = hypothesis.split('+').map((name) => hypotheses[name.trim()] ?? name.trim());
  return [first, ...others.map(lowerFirst)].join(', and ');
}

/** A title as it goes on in a sentence; Flex keeps its capital. */
export function lowerFirst(title: string): string {
  return title.startsWith('Flex') ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** Parameters of a hypothesis, in a line: `zone America/New_York`. Those of a pair are told apart by the title, and instants in its zone. */
export function parametersText(parameters: Readonly<Record<string, unknown>>, timeZone: string): string {
  return Object.entries(parameters)
    .map(([name, value]) => {
      const isPair = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isPair ? parametersText({ ...value }, timeZone) : `${name} ${wordOf(value, timeZone)}`;
    })
    .filter((text) => text !== '')
    .join(', ');
}

function wordOf(value: unknown, timeZone: string): string {
  if (Array.isArray(value)) return value.map((each) => wordOf(each, timeZone)).join(', ');
  const text = String(value as string | number | boolean | null);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? instantText(text, timeZone) : text;
}
