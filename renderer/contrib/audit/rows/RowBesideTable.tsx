import type { RowBeside } from '../../../../shared/rpc/auditViews.ts';
import { classes } from '../../../base/classes.ts';
import { Icon } from '../../../base/Icon.tsx';
import { figureText } from '../findingText.ts';
import { instantText } from '../instantText.ts';
import { shortTitle } from '../mapping/columnWords.ts';

interface RowBesideTableProps {
  readonly beside: RowBeside;
  readonly timeZone: string;
}

const texts = new Set(['at', 'kind', 'id', 'meter']);

/** A row as it stands beside the one that is due, cell by cell; those that differ are marked. */
export function RowBesideTable({ beside, timeZone }: RowBesideTableProps) {
  const { columns, actual, due, differs } = beside;
  const shown = columns
    .map((column, index) => ({ column, index }))
    .filter(({ index }) => (actual?.[index] ?? '') !== '' || (due?.[index] ?? '') !== '');
  const cells = (row: readonly string[], isActual: boolean) =>
    shown.map(({ column, index }) => {
      const text = row[index]!;
      const off = isActual && differs[index];
      return (
        <td key={column} className={classes(!texts.has(column) && 'cell-figure', off && 'beside-off')}>
          {off && <Icon name="error" label="differs" />}
          {column === 'at' ? instantText(text, timeZone) : texts.has(column) ? text : figureText(text)}
        </td>
      );
    });
  return (
    <div className="table-scroll" role="group" tabIndex={0} aria-label="The row beside the one that is due">
      <table className="figures-table beside-table">
        <thead>
          <tr>
            <td />
            {shown.map(({ column }) => (
              <th key={column} scope="col" className={texts.has(column) ? undefined : 'cell-figure'}>
                {shortTitle(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">By the terms</th>
            {due ? cells(due, false) : <td colSpan={shown.length}>No such row is due</td>}
          </tr>
          <tr>
            <th scope="row">As it stands</th>
            {actual ? cells(actual, true) : <td colSpan={shown.length}>No row shows it</td>}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
