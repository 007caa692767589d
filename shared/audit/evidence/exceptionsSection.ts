import { isUnsettled, type AuditException } from '../exceptions.ts';
import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';
import { markText } from './moneySection.ts';

/** Exceptions that are shown; `exceptions.csv` has all. */
const shownExceptions = 1000;

/** What has to be followed up: by whom, until when, and what became of it. */
export function exceptionsSection({ exceptions }: Evidence): Markup | null {
  if (exceptions === null || exceptions.length === 0) return null;
  const shown = exceptions.slice(0, shownExceptions);
  const rest = exceptions.length > shown.length ? ` The first ${shown.length} are shown; exceptions.csv has all.` : '';
  return html`<section>
    <h2>Exceptions</h2>
    <p>${exceptions.filter(isUnsettled).length} of ${exceptions.length} are open or disputed.${rest}</p>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Exception</th>
            <th scope="col">Where</th>
            <th scope="col" class="number">Money</th>
            <th scope="col">Status</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
            <th scope="col">Latest note</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(exceptionRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function exceptionRow({ code, row, invoice, at, money, mark, status, owner, due, latest }: AuditException): Markup {
  const places = [row === null ? null : `row ${row}`, invoice === null ? null : `invoice ${invoice}`, at];
  return html`<tr>
    <th scope="row"><code>${code}</code>${markText(mark)}</th>
    <td>${places.filter((place) => place !== null).join(', ')}</td>
    <td class="number">${money}</td>
    <td>${status}</td>
    <td>${owner ?? ''}</td>
    <td>${due ?? ''}</td>
    <td>${latest ?? ''}</td>
  </tr> `;
}
