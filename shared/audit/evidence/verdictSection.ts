import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

/** The verdict in words, the first divergence, and what the differences amount to. */
export function verdictSection({ report, judgement, currency }: Evidence): Markup {
  const { expected, actual, difference } = report.totals;
  return html`<section class="verdict ${report.status}" aria-label="Verdict">
    <strong>${sentence(report)}</strong>
    ${divergence(report)}
    <p>
      Charged ${actual.total} ${currency}, due by the terms ${expected.total} ${currency}: difference
      <strong>${difference.total} ${currency}</strong>.
    </p>
    ${judgement && html`<p><strong>${judgementWord[judgement.verdict]}</strong> ${judgement.message}</p>`}
  </section>`;
}

function sentence({ status, rows, invoiceLines, findingCounts }: Evidence['report']): string {
  const counted = `${rows} rows and ${invoiceLines} invoice lines were recomputed`;
  const count = Object.values(findingCounts).reduce((sum, each) => sum + each, 0);
  if (status === 'clean') return `Clean: ${counted}, and every figure is what the terms say.`;
  return `Findings: ${counted}; ${count === 1 ? '1 finding' : `${count} findings`}.`;
}

function divergence({ firstDivergence, differingRows }: Evidence['report']): Markup | null {
  if (!firstDivergence) return null;
  const others = differingRows === null ? '' : `; ${differingRows} rows differ, those that merely follow included`;
  return html`<p>
    The first row that is not what the terms give is row ${firstDivergence.row}
    (<code>${firstDivergence.code}</code>)${others}.
  </p>`;
}

const judgementWord = {
  clean: 'Materiality:',
  immaterial: 'Not material.',
  material: 'Material.',
  open: 'Materiality is open.',
} as const;
