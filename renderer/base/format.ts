/** Decimal text with its whole part grouped: `1234567.5` → `1,234,567.5`. Exact: the text is never read as a number. */
export function formatDecimal(text: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(text) ?? [];
  if (whole === '') return text;
  return `${sign === '-' ? '−' : ''}${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${rest}`;
}

/** Credits for people, cut to `digits` places with an ellipsis where more follow: `77.7`, `0.333…`. */
export function formatCredits(text: string, digits = 9): string {
  const dot = text.indexOf('.');
  if (dot < 0) return formatDecimal(text);
  const cut = text.slice(0, dot + 1 + digits);
  const exact = /^0*$/.test(text.slice(cut.length));
  const shown = cut.replace(/\.?0*$/, '');
  // Not nothing, though too little to be told in so many digits.
  if (!exact && /^-?0?$/.test(shown)) return `${formatDecimal(cut)}…`;
  return formatDecimal(shown) + (exact ? '' : '…');
}

/** Money for people: `$1,234.50`, or `1,234.50 CHF` for a currency without a sign of its own here. */
export function formatMoney(text: string, currency: string): string {
  const sign = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' }[currency];
  const figure = formatDecimal(text);
  if (!sign) return `${figure} ${currency}`;
  return figure.startsWith('−') ? `−${sign}${figure.slice(1)}` : `${sign}${figure}`;
}

/** A unit price for people, with at least the currency's own decimals: `3.4` → `$3.40`, `3.4125` → `$3.4125`. */
export function formatPrice(text: string, currency: string, minorDigits: number): string {
  const [whole = '', decimals = ''] = text.split('.');
  const padded = decimals.padEnd(minorDigits, '0');
  return formatMoney(padded === '' ? whole : `${whole}.${padded}`, currency);
}

/** Bytes in the unit that reads best: `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
