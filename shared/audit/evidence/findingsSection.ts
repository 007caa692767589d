import { ruleText } from '../../engine/ruleText.ts';
import type { Finding } from '../finding.ts';
import type { Mark } from '../materiality.ts';
import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';
import { markText } from './moneySection.ts';

/** Findings that are shown; `findings.csv` has more. */
const shownFindings = 1000;

/** Findings by code, then each with its place, what was expected and found, and its money. */
export function findingsSection({ report, judgement }: Evidence): Markup {
  const counts = Object.entries(report.findingCounts);
  if (counts.length === 0)
    return html`<section>
      <h2>Findings</h2>
      <p>None.</p>
    </section>`;
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const shown = report.findings.slice(0, shownFindings);
  const rest = ` The first ${shown.length} are shown; findings.csv has ${report.findings.length}.`;
  return html`<section>
    <h2>Findings</h2>
    <p>${counts.map(([code, count]) => `${count} ${code}`).join(', ')}.${total > shown.length ? rest : ''}</p>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Rule</th>
            <th scope="col">Where</th>
            <th scope="col">What</th>
            <th scope="col">Expected</th>
            <th scope="col">Found</th>
            <th scope="col" class="number">Money</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((finding, index) => findingRow(finding, judgement?.marks.findings[index] ?? null))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function findingRow(finding: Finding, mark: Mark): Markup {
  const { code, rule, severity, row, invoice, at, message, expected, actual, money } = finding;
  const places = [row === null ? null : `row ${row}`, invoice === null ? null : `invoice ${invoice}`, at];
  return html`<tr>
    <th scope="row">
      <code>${code}</code> <span class="${severityClass[severity]}">${severity}</span>${markText(mark)}
    </th>
    <td>${rule}</td>
    <td>${places.filter((place) => place !== null).join(', ')}</td>
    <td>${message}</td>
    <td>${expected}</td>
    <td>${actual}</td>
    <td class="number">${money}</td>
  </tr> `;
}

const severityClass = { error: 'bad', warning: 'warn', info: 'muted' } as const;

/** The rules that findings name, in plain words. */
export function rulesSection({ report }: Evidence): Markup | null {
  const named = [...new Set(report.findings.map(({ rule }) => rule))].filter((rule) => Object.hasOwn(texts, rule));
  if (named.length === 0) return null;
  return html`<section>
    <h2>The rules that findings name</h2>
    <dl>
      ${named.map(
        (rule) =>
          html`<dt>${rule}</dt>
            <dd>${texts[rule]!}</dd> `,
      )}
    </dl>
  </section>`;
}

const texts: Readonly<Record<string, string>> = {
  ...ruleText,
  format: 'Rows are numbered from 1 without gaps.',
  chain: 'Each row carries a hash of itself and of the row before it: a row that was altered, added or cut off shows.',
};
