import type { AuditSourceView, AuditView } from '../../../shared/rpc/auditViews.ts';
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
            <th scope="col">SHA-256, or the head of the chain</th>
          </tr>
        </thead>
        <tbody>
          {view.sources.map(({ role, name, rows, bytes, totals, sha256, head }) => (
            <tr key={role}>
              <th scope="row">{roleTitles[role]}</th>
              <td>{name}</td>
              <td className="cell-figure">{rows === null ? '' : rows.toLocaleString('en')}</td>
              <td className="cell-figure">{formatBytes(bytes)}</td>
              <td className="source-totals">
                {totals.map(({ title, value }) => `${title} ${formatDecimal(value)}`).join(' · ')}
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
