import type { AuditView } from '../../../shared/rpc/auditViews.ts';
import { classes } from '../../base/classes.ts';
import { formatMoney } from '../../base/format.ts';
import { isZero, signedMoney } from './arithmetic.ts';
import { kindTitle } from './plainWords.ts';

const figures = ['subscription', 'prepaid', 'flex', 'total'] as const;

/** Money by figure: due, charged, and the difference. */
export function TotalsTable({ view }: { readonly view: AuditView }) {
  const { totals, currency } = view;
  return (
    <div className="table-scroll" role="group" tabIndex={0} aria-label="Totals">
      <table className="figures-table totals-table">
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" className="cell-figure">
              By the terms
            </th>
            <th scope="col" className="cell-figure">
              As charged
            </th>
            <th scope="col" className="cell-figure">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const off = totals.difference[figure];
            return (
              <tr key={figure} className={classes(figure === 'total' && 'totals-sum')}>
                <th scope="row">{kindTitle(figure)}</th>
                <td className="cell-figure">{formatMoney(totals.expected[figure], currency)}</td>
                <td className="cell-figure">{formatMoney(totals.actual[figure], currency)}</td>
                <td className={classes('cell-figure', !isZero(off) && 'totals-off')}>{signedMoney(off, currency)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
