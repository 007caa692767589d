import { html, type Markup } from '../../../base/markup.ts';
import type { Quote, QuoteFigures } from '../quoteSchema.ts';
import { grouped, percent } from './amounts.ts';
import { monthsChart } from './monthsChart.ts';
import { section } from './termsSections.ts';

/** The bill and the credits by month. */
export function monthsSection({ figures, terms: { currency } }: Quote): Markup {
  const { months, random, expected, range } = figures;
  const percents = random ? range.points.map((point) => point.percent) : [];
  return section(
    'By month',
    html`${random ? monthsChart(figures, currency) : null}
      <div class="scroll" tabindex="0" role="region" aria-label="By month">
        <table>
          <caption>
            Invoiced, in ${currency}; then credits on expected usage, by what they are drawn from.
          </caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" class="number">Expected</th>
              ${percents.map((each) => html`<th scope="col" class="number">P${each}</th>`)}
              <th scope="col" class="number">Included</th>
              <th scope="col" class="number">Prepaid</th>
              <th scope="col" class="number">Flex</th>
              <th scope="col" class="number">Not served</th>
              ${random ? html`<th scope="col" class="number">Chance of Flex</th>` : null}
            </tr>
          </thead>
          <tbody>
            ${months.map((month) => monthRow(month, random))}
            <tr>
              <th scope="row"><strong>All</strong></th>
              <td class="number"><strong>${grouped(expected.total)}</strong></td>
              ${random ? range.points.map(({ amount }) => html`<td class="number"><strong>${grouped(amount)}</strong></td>`) : null}
              ${['included', 'prepaid', 'flex', 'blocked'].map((pool) => html`<td class="number">${credits(figures.credits[pool] ?? '0')}</td>`)}
              ${random ? html`<td></td>` : null}
            </tr>
          </tbody>
        </table>
      </div>
      ${random ? html`<p class="muted small">Percentiles of months do not add up to those of the whole: not every month is high at once.</p>` : null}`,
  );
}

function monthRow(
  { label, expected, points, included, prepaid, flex, blocked, flexChance }: QuoteFigures['months'][number],
  random: boolean,
): Markup {
  return html`<tr>
    <th scope="row">${label}</th>
    <td class="number">${grouped(expected)}</td>
    ${random ? points.map(({ amount }) => html`<td class="number">${grouped(amount)}</td>`) : null}
    ${[included, prepaid, flex, blocked].map((amount) => html`<td class="number">${credits(amount)}</td>`)}
    ${random ? html`<td class="number">${percent(flexChance)}</td>` : null}
  </tr> `;
}

/** Credits to two decimals, cut: the sealed file has them all. */
function credits(amount: string): string {
  const [whole = '0', decimals = ''] = amount.split('.');
  return grouped(decimals === '' ? whole : `${whole}.${decimals.slice(0, 2)}`);
}

/** When credits run out. */
export function runOutSection({ figures: { runOut, random } }: Quote): Markup | null {
  const pools = (['included', 'prepaid'] as const).flatMap((pool) => {
    const out = runOut[pool];
    return out && out.chance > 0 ? [sentence(pool, out, random)] : [];
  });
  if (pools.length === 0) return null;
  return section(
    'How long credits last',
    html`<ul>
      ${pools.map((text) => html`<li>${text}</li> `)}
    </ul>`,
  );
}

function sentence(
  pool: string,
  { chance, points }: NonNullable<QuoteFigures['runOut']['prepaid']>,
  random: boolean,
): string {
  const middle = points.find(({ percent: each }) => each === 50)?.date ?? null;
  const early = points.find(({ percent: each }) => each === 10)?.date ?? null;
  const name = `${pool[0]!.toUpperCase()}${pool.slice(1)} credits`;
  if (!random) return `${name} first run out on ${middle ?? early ?? 'no day'}.`;
  const dates = [
    ...(early === null ? [] : [`by ${early} in one of ten samples`]),
    ...(middle === null ? [] : [`by ${middle} in half of them`]),
  ];
  return `${name} run out with a chance of ${percent(chance)}${dates.length === 0 ? '' : `: ${dates.join(', ')}`}.`;
}

/** What moves the bill most. */
export function driversSection({ figures: { drivers }, terms: { currency } }: Quote): Markup | null {
  if (drivers.length === 0) return null;
  return section(
    'What moves the bill most',
    html`<table>
      <thead>
        <tr>
          <th scope="col">Expected usage</th>
          <th scope="col" class="number">Share of the spread</th>
          <th scope="col" class="number">P10 of the total where it alone varies, ${currency}</th>
          <th scope="col" class="number">P90, ${currency}</th>
        </tr>
      </thead>
      <tbody>
        ${drivers.map(
          ({ model, share, low, high }) =>
            html`<tr>
              <th scope="row">${model}</th>
              <td class="number">${percent(share)}</td>
              <td class="number">${grouped(low)}</td>
              <td class="number">${grouped(high)}</td>
            </tr> `,
        )}
      </tbody>
    </table>`,
  );
}
