import { html, type Markup } from '../../../base/markup.ts';
import type { QuoteFigures } from '../quoteSchema.ts';
import { grouped } from './amounts.ts';

const width = 760;
const height = 170;
const left = 70;
const base = 140;
const top = 14;
/** Beyond so many months there is no room for each. */
const mostMonths = 36;

/** A picture of the range of each month's bill; its figures stand in the table below. */
export function monthsChart({ months }: QuoteFigures, currency: string): Markup | null {
  const greatest = Math.max(...months.flatMap(({ points }) => points.map(({ amount }) => Number(amount))));
  if (months.length > mostMonths || !(greatest > 0)) return null;
  const step = (width - left) / months.length;
  const y = (amount: string): number => round(base - (Math.max(0, Number(amount)) / greatest) * (base - top));
  const every = Math.ceil(months.length / 13);
  const bars = months.map(({ label, expected, points }, index) => {
    const x = round(left + index * step + step / 2);
    const half = round(Math.min(14, step / 3));
    const low = y(points[0]?.amount ?? '0');
    const high = y(points.at(-1)?.amount ?? '0');
    return html`<rect
        x="${x - half}"
        y="${high}"
        width="${2 * half}"
        height="${Math.max(1, round(low - high))}"
        rx="2"
        fill="#8fb7d3"
      />
      <line
        x1="${x - half}"
        x2="${x + half}"
        y1="${y(expected)}"
        y2="${y(expected)}"
        stroke="#123f5e"
        stroke-width="2"
      />
      ${index % every === 0 ? html`<text x="${x}" y="${base + 18}" text-anchor="middle">${label}</text>` : null}`;
  });
  const most = months.flatMap(({ points }) => points).find(({ amount }) => Number(amount) === greatest)?.amount ?? '';
  return html`<figure>
    <svg
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="The bill of each month from its low to its high; the table below has the figures"
    >
      <line x1="${left}" x2="${width}" y1="${base}" y2="${base}" stroke="#aeb6c1" />
      <line x1="${left}" x2="${width}" y1="${top}" y2="${top}" stroke="#dde1e7" />
      <text x="${left - 8}" y="${top + 4}" text-anchor="end">${grouped(most)}</text>
      <text x="${left - 8}" y="${base + 4}" text-anchor="end">0</text>
      ${bars}
    </svg>
    <figcaption>
      Each month’s bill in ${currency}: from low to high (light), and on expected usage (dark line).
    </figcaption>
  </figure> `;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
