import type { Split } from '../reconcile.ts';
import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

/** From the bill that is due to the bill as charged, cause by cause. Nothing where nothing differs. */
export function reconciliationSection({ report: { reconciliation } }: Evidence): Markup | null {
  const { byFinding, byHypothesis, expected, actual } = reconciliation;
  if (byFinding.causes.length === 0 && byHypothesis === null && expected === actual) return null;
  const ends = { expected, actual };
  const found = byFinding.causes.map(({ code, rule, ...rest }) => ({
    name: html`<code>${code}</code>`,
    rule,
    ...rest,
  }));
  const supposed = byHypothesis?.causes.map(({ hypothesis, ...rest }) => {
    return { name: html`<code>${hypothesis}</code>`, rule: '', ...rest };
  });
  return html`<section>
    <h2>Reconciliation</h2>
    <p>What makes the bill as charged out of the bill that is due. Each table adds up exactly.</p>
    ${splitTable('By finding', { ...byFinding, causes: found }, ends)}
    ${
      supposed && byHypothesis
        ? splitTable('By the mistake that explains it best', { ...byHypothesis, causes: supposed }, ends)
        : null
    }
  </section>`;
}

interface Shown {
  readonly name: Markup;
  readonly rule: string;
  readonly count: number;
  readonly credits: string;
  readonly money: string;
}

interface Ends {
  readonly expected: string;
  readonly actual: string;
}

function splitTable(title: string, { causes, unexplained }: Split<Shown>, { expected, actual }: Ends): Markup {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${title}</th>
        <th scope="col">Rule</th>
        <th scope="col" class="number">Count</th>
        <th scope="col" class="number">Credits</th>
        <th scope="col" class="number">Money</th>
      </tr>
    </thead>
    <tbody>
      ${endRow('Due by the terms', expected)}
      ${causes.map(
        ({ name, rule, count, credits, money }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${rule}</td>
            <td class="number">${count}</td>
            <td class="number">${credits}</td>
            <td class="number">${money}</td>
          </tr> `,
      )}
      ${endRow('Not explained', unexplained)} ${endRow('As charged', actual)}
    </tbody>
  </table> `;
}

function endRow(title: string, amount: string): Markup {
  return html`<tr>
    <th scope="row"><strong>${title}</strong></th>
    <td></td>
    <td></td>
    <td></td>
    <td class="number"><strong>${amount}</strong></td>
  </tr> `;
}
