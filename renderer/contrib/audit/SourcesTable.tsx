import type { AuditSourceView, AuditView, ControlTotals } from '../../../shared/rpc/auditViews.ts';
import { Badge } from '../../base/Badge.tsx';
import { formatBytes, formatDecimal } from '../../base/format.ts';

const roleTitles: Readonly<Record<AuditSourceView['role'], string>> = {
  terms: 'Terms',
  ledger: 'Ledger',
  usage: 'Usage record',
  invoices: 'Invoices',
  map: 'Map',
};

/** The files as they were read, to be held against those of whoever made them. */
export function SourcesTable({ view }: { readonly view: AuditView }) {
  return (
    <div className="table-scroll" role="group" tabIndex={0} aria-label="Sources and control totals">
      <table className="figures-table sources-table">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">File</th>
            <th scope="col" className="cell-figure">
              Rows
            </th>
            <th scope="col" className="cell-figure">
              Size
            </th>
            <th scope="col">Control totals</th>
            <th scope="col">Read again after the audit</th>
            <th scope="col">SHA-256, or the head of the chain</th>
          </tr>
        </thead>
        <tbody>
          {view.sources.map(({ role, name, rows, bytes, totals, sha256, head, unchanged, control }) => (
            <tr key={role}>
              <th scope="row">{roleTitles[role]}</th>
              <td>{name}</td>
              <td className="cell-figure">{rows === null ? '' : rows.toLocaleString('en')}</td>
              <td className="cell-figure">{formatBytes(bytes)}</td>
              <td className="source-totals">
                {totals.map(({ title, value }) => `${title} ${formatDecimal(value)}`).join(' · ')}
                {control && <ControlText control={control.imported} />}
              </td>
              <td>
                <AgainText unchanged={unchanged} control={control} />
              </td>
              <td>
                {sha256 === null ? 'head ' : ''}
                <code className="source-digest">{sha256 ?? head}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Rows and sums by kind, and the span of time, as the file was read. */
function ControlText({ control: { sums, first, last } }: { readonly control: ControlTotals }) {
  const kinds = sums.filter(({ title }) => !title.includes(':'));
  return (
    <small className="source-control">
      {kinds
        .map(({ title, rows, value }) => `${rows.toLocaleString('en')} × ${title} ${formatDecimal(value)}`)
        .join(', ')}
      {first !== null && last !== null && ` (${first} to ${last})`}
    </small>
  );
}

interface AgainTextProps {
  readonly unchanged: boolean;
  readonly control: AuditSourceView['control'];
}

/** Whether file and totals were the same once more, when the audit was done. */
function AgainText({ unchanged, control }: AgainTextProps) {
  const same = control === null || JSON.stringify(control.imported) === JSON.stringify(control.audited);
  if (!unchanged) return <Badge kind="warning">changed meanwhile</Badge>;
  if (!same) return <Badge kind="warning">other totals</Badge>;
  return control === null ? 'the same file' : 'the same file, the same totals';
}
