import { markTitles, type Mark } from '../materiality.ts';
import type { TieOutLine } from '../tieOut.ts';
import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

const kinds = ['subscription', 'prepaid', 'flex', 'total'] as const;

/** Money by kind of line: due, charged, and the difference. */
export function moneySection({ report: { totals, residual }, currency }: Evidence): Markup {
  const rows = kinds.map(
    (kind) =>
      html`<tr>
        <th scope="row">${kind}</th>
        <td class="number">${totals.expected[kind]}</td>
        <td class="number">${totals.actual[kind]}</td>
        ${differenceCell(totals.difference[kind])}
      </tr> `,
  );
  return html`<section>
    <h2>Money</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${currency}</th>
          <th scope="col" class="number">due by the terms</th>
          <th scope="col" class="number">charged</th>
          <th scope="col" class="number">difference</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
    <p class="muted">
      Over the invoice lines, matched by instant and kind, the differences add up to ${residual} without their signs.
    </p>
  </section>`;
}

/** Mistakes that were supposed, and what each leaves unexplained. */
export function explanationsSection({ report: { explanations, explained } }: Evidence): Markup | null {
  if (explained === null && explanations.length === 0) return null;
  const verdict = explained
    ? 'Under a supposed mistake that leaves nothing, the whole bill comes out to the cent. That does not prove that it was made.'
    : 'No supposed mistake explains the whole difference.';
  const rows = explanations.map(
    ({ hypothesis, parameters, residual }) =>
      html`<tr>
        <th scope="row"><code>${hypothesis}</code></th>
        <td>${parametersText(parameters)}</td>
        <td class="number">${residual}</td>
      </tr> `,
  );
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">Supposed mistake</th>
        <th scope="col">with</th>
        <th scope="col" class="number">left unexplained</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
  return html`<section>
    <h2>What may explain the difference</h2>
    <p>${verdict}</p>
    ${rows.length === 0 ? null : table}
  </section>`;
}

function parametersText(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

/** Lines that are shown; `report.json` has more. */
const shownLines = 2000;

/** Each invoice line beside the one that the terms give. */
export function tieOutSection({ report: { tieOut }, judgement }: Evidence): Markup {
  const tied = tieOut.filter((line) => line.tied).length;
  const rows = tieOut.slice(0, shownLines).map((line, index) => tieOutRow(line, judgement?.marks.lines[index] ?? null));
  const rest = tieOut.length - rows.length;
  return html`<section>
    <h2>Tie-out of invoice lines</h2>
    <p>
      ${tied} of ${tieOut.length} lines tie to the recomputed
      bill.${rest > 0 ? ` ${rest} more are in report.json.` : ''}
    </p>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Invoice</th>
            <th scope="col">Issued</th>
            <th scope="col">Line</th>
            <th scope="col" class="number">Credits due</th>
            <th scope="col" class="number">Credits charged</th>
            <th scope="col" class="number">Due</th>
            <th scope="col" class="number">Charged</th>
            <th scope="col" class="number">Difference</th>
            <th scope="col">Tied</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

function tieOutRow({ invoice, issuedAt, kind, expected, actual, difference, tied }: TieOutLine, mark: Mark): Markup {
  const verdict = tied
    ? html`<span class="good">✔ tied</span>`
    : html`<span class="bad">✘ not tied</span>${markText(mark)}`;
  return html`<tr>
    <td>${invoice ?? '–'}</td>
    <td>${issuedAt}</td>
    <th scope="row">${kind}</th>
    <td class="number">${expected?.credits ?? ''}</td>
    <td class="number">${actual?.credits ?? ''}</td>
    <td class="number">${expected?.amount ?? 'none'}</td>
    <td class="number">${actual?.amount ?? 'none'}</td>
    ${differenceCell(difference)}
    <td>${verdict}</td>
  </tr> `;
}

const markSigns = { trivial: '○', tolerated: '◐', above: '▲', material: '■' } as const;

/** What something is beside the thresholds: a sign, and words. */
export function markText(mark: Mark): Markup | null {
  if (mark === null) return null;
  const kind = mark === 'material' || mark === 'above' ? 'bad' : 'warn';
  return html` <span class="${kind}">${markSigns[mark]} ${markTitles[mark]}</span>`;
}

function differenceCell(amount: string): Markup {
  return html`<td class="number${/[1-9]/.test(amount) ? ' bad' : ''}">${amount}</td>`;
}
