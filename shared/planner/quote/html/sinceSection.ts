import { html, type Markup } from '../../../base/markup.ts';
import type { Quote, QuoteChange } from '../quoteSchema.ts';
import { section } from './termsSections.ts';

/** Changes that a page shows; the sealed file has more. */
const shown = 60;

/** What changed since the last quote: what was put in, and what came of it. */
export function sinceSection({ since }: Quote): Markup | null {
  if (since === null) return null;
  const { number, version, madeAt, inputs, figures, hash } = since;
  const intro = `Against ${number}, version ${version}, of ${madeAt.slice(0, 10)}.`;
  return section(
    'What changed since the last quote',
    html`<p class="muted small">${intro} It was sealed as <span class="hash">${hash}</span>.</p>
      ${inputs.length === 0 ? html`<p>Nothing that goes into it was changed.</p>` : changesTable('Put in', inputs)}
      ${figures.length === 0 ? html`<p>No figure came out otherwise.</p>` : changesTable('Came out', figures)}`,
  );
}

function changesTable(title: string, changes: readonly QuoteChange[]): Markup {
  const rest = changes.length - shown;
  return html`<table>
      <thead>
        <tr>
          <th scope="col">${title}</th>
          <th scope="col">before</th>
          <th scope="col">now</th>
        </tr>
      </thead>
      <tbody>
        ${changes.slice(0, shown).map(
          ({ path, before, after }) =>
            html`<tr>
              <th scope="row"><code>${path}</code></th>
              <td>${before ?? '(none)'}</td>
              <td>${after ?? '(none)'}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    ${rest > 0 ? html`<p class="muted small">${rest} more are in the sealed file.</p>` : null} `;
}
