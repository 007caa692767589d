const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 4 });
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A short label for an axis: `1.2K`, `3M`. Only axes are rounded, never a figure. */
export function axisNumber(value: number): string {
  return Math.abs(value) < 1e15 ? compact.format(value) : value.toExponential(1).replace('e+', 'e');
}

/** `2026-01` as `Jan`, with the year where it begins or at the first label: `Jan 26`. */
export function monthText(label: string, first: boolean): string {
  const [year = '', month = ''] = label.split('-');
  const name = monthNames[Number(month) - 1];
  if (name === undefined) return label;
  return first || month === '01' ? `${name} ${year.slice(2)}` : name;
}

/** `2026-01` as `January 2026` would be too long for a tip: `Jan 2026`. */
export function monthTitle(label: string): string {
  const [year = '', month = ''] = label.split('-');
  const name = monthNames[Number(month) - 1];
  return name === undefined ? label : `${name} ${year}`;
}
