import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

/** What was not checked and why, rows that could not be read, and what an audit cannot prove. */
export function uncheckedSection({ report: { unchecked }, unread }: Evidence): Markup {
  return html`<section>
    <h2>What was not checked</h2>
    <ul>
      ${unchecked.map((line) => html`<li>${line}</li> `)}
      <li>Who wrote the files, and whether the terms are those that were agreed, no recomputation can tell.</li>
    </ul>
    ${unreadRows(unread)}
  </section>`;
}

function unreadRows({ count, first }: Evidence['unread']): Markup | null {
  if (count === 0) return null;
  const rows = first.map(
    ({ file, line, column, reason, text }) =>
      html`<tr>
        <td>${file}</td>
        <td class="number">${line}</td>
        <td>${column}</td>
        <td>${reason}</td>
        <td>${text}</td>
      </tr> `,
  );
  const cut = count > first.length ? ` The first ${first.length}:` : '';
  return html`<p>${count} rows could not be read and are no part of any figure.${cut}</p>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" class="number">Line</th>
            <th scope="col">Column</th>
            <th scope="col">Reason</th>
            <th scope="col">What stands there</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
