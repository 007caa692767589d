import type { AuditPaper } from '../papers.ts';
import type { Evidence } from './evidence.ts';
import { html, type Markup } from '../../base/markup.ts';

/** Notes and sign-offs as the chained history keeps them, with their numbers in it. */
export function papersSection({ papers }: Evidence): Markup | null {
  if (papers === null) return null;
  if (papers.length === 0)
    return html`<section>
      <h2>Notes and sign-off</h2>
      <p>Nothing was noted, and nobody signed off.</p>
    </section>`;
  return html`<section>
    <h2>Notes and sign-off</h2>
    <div class="scroll" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">Entry</th>
            <th scope="col">Written</th>
            <th scope="col">By</th>
            <th scope="col">About</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          ${papers.map(paperRow)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function paperRow(paper: AuditPaper): Markup {
  const { seq, at, by, status, owner, due, text, reason } = paper;
  const said = [
    status && `status ${status}`,
    owner && `owner ${owner}`,
    due && `due ${due}`,
    text,
    reason && `after the sign-off, because: ${reason}`,
  ];
  return html`<tr>
    <th scope="row" class="number">${seq}</th>
    <td>${at}</td>
    <td>${by}</td>
    <td>${aboutText(paper)}</td>
    <td>${said.filter(Boolean).join('; ')}</td>
  </tr> `;
}

function aboutText({ role, finding, row }: AuditPaper): string {
  if (role !== null) return `signed as ${role}`;
  if (finding) return `${finding.code}${finding.row === null ? '' : `, row ${finding.row}`}`;
  return row ? `row ${row.row}: ${row.text}` : 'the audit';
}
