import type { Evidence } from './evidence.ts';
import { html, type Markup } from './markup.ts';

/** The rows that were drawn at random, to be looked at by hand. */
export function sampleSection({ sample }: Evidence): Markup | null {
  if (!sample) return null;
  const { seed, population, columns, rows } = sample;
  const lines = rows.map(
    ({ row, cells }) =>
      html`<tr>
        <th scope="row">${row}</th>
        ${cells.map((cell) => html`<td>${cell}</td>`)}
      </tr> `,
  );
  return html`<section>
    <h2>Random sample</h2>
    <p>
      ${rows.length} of ${population} rows, drawn without replacement with seed ${seed}: the same seed draws the same
      rows again.
    </p>
    <div class="scroll" tabindex="0">
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">Row</th>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
    </div>
  </section>`;
}
