import type { Evidence, EvidenceSample } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

/** The rows that were drawn at random, to be looked at by hand, and what was found of them. */
export function sampleSection({ samples }: Evidence): Markup | null {
  return samples.length === 0 ? null : html`${samples.map(oneSample)}`;
}

type Drawn = EvidenceSample['rows'][number];

function oneSample({ seed, population, columns, rows }: EvidenceSample): Markup {
  const isTicked = rows.some(({ tick }) => tick);
  return html`<section>
    <h2>Random sample</h2>
    <p>
      ${rows.length} of ${population} rows, drawn without replacement with seed ${seed}: the same seed draws the same
      rows again.${isTicked ? ` ${ticksText(rows)}` : ''}
    </p>
    <div class="scroll" tabindex="0">
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">Row</th>
            ${isTicked ? html`<th scope="col">Found</th>` : null}
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((drawn) => drawnRow(drawn, isTicked))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function drawnRow({ row, cells, tick }: Drawn, isTicked: boolean): Markup {
  return html`<tr>
    <th scope="row">${row}</th>
    ${isTicked ? html`<td>${tickText(tick ?? null)}</td>` : null} ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr> `;
}

function tickText(tick: NonNullable<Drawn['tick']> | null): Markup | string {
  if (tick === null) return 'not looked at';
  const by = ` (${tick.by})${tick.text === '' ? '' : `: ${tick.text}`}`;
  return tick.agreed ? html`<span class="good">✔ agreed</span>${by}` : html`<span class="bad">✘ not agreed</span>${by}`;
}

function ticksText(rows: readonly Drawn[]): string {
  const agreed = rows.filter(({ tick }) => tick?.agreed === true).length;
  const not = rows.filter(({ tick }) => tick?.agreed === false).length;
  return `${agreed} agreed, ${not} did not, ${rows.length - agreed - not} were not looked at.`;
}
