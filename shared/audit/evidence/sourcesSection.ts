import type { Evidence, EvidenceSource } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

/** The files that were audited: size, hash, rows and control totals. */
export function sourcesSection({ sources }: Evidence): Markup {
  return html`<section>
    <h2>Files that were audited</h2>
    <p class="muted">
      They were only read. The same hash is the same file, byte for byte; tie rows and sums to those of whoever made it.
    </p>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">As</th>
            <th scope="col">File</th>
            <th scope="col" class="number">Bytes</th>
            <th scope="col">SHA-256</th>
            <th scope="col" class="number">Rows</th>
            <th scope="col">Control totals</th>
          </tr>
        </thead>
        <tbody>
          ${sources.map(sourceRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function sourceRow({ role, name, bytes, sha256, rows, totals }: EvidenceSource): Markup {
  const sums = totals.map(({ title, value }) => `${title} ${value}`).join(', ');
  return html`<tr>
    <td>${role}</td>
    <th scope="row">${name}</th>
    <td class="number">${bytes}</td>
    <td class="hash">${sha256}</td>
    <td class="number">${rows ?? ''}</td>
    <td>${sums}</td>
  </tr> `;
}
