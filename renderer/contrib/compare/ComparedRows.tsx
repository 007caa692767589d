import { useState } from 'react';
import type { ChangedRow, Listed, RowComparison } from '../../../shared/rpc/compareViews.ts';
import { Button } from '../../base/Button.tsx';
import { formatCredits } from '../../base/format.ts';
import { Segmented } from '../../base/Segmented.tsx';

type Which = 'changed' | 'added' | 'removed';
type Row = ChangedRow['first'];

const firstShown = 100;

/** The rows that changed, came and went, by key. */
export function ComparedRows({ rows }: { readonly rows: RowComparison }) {
  const present = (['changed', 'added', 'removed'] as const).filter((which) => rows[which].count > 0);
  const [chosen, setChosen] = useState<Which | null>(null);
  const [all, setAll] = useState(false);
  const which = chosen !== null && rows[chosen].count > 0 ? chosen : present[0];
  if (!which) return <Following count={rows.balancesOnly} />;
  const list: Listed<unknown> = rows[which];
  const limit = all ? Infinity : firstShown;
  return (
    <>
      <Segmented<Which>
        label="Rows that"
        options={present.map((id) => ({ id, title: `${titles[id]} (${rows[id].count.toLocaleString('en')})` }))}
        value={which}
        onChange={setChosen}
      />
      <div className="table-scroll compare-rows" role="group" tabIndex={0} aria-label={`Rows: ${titles[which]}`}>
        {which === 'changed' ? (
          <ChangedTable rows={rows.changed.rows.slice(0, limit)} />
        ) : (
          <OneSided rows={rows[which].rows.slice(0, limit)} />
        )}
      </div>
      {!all && list.rows.length > firstShown && (
        <Button kind="link" command="list.more" onClick={() => setAll(true)}>
          Show {list.rows.length.toLocaleString('en')} rows
        </Button>
      )}
      {list.count > list.rows.length && (
        <p className="outcome-note">The first {list.rows.length.toLocaleString('en')} are listed.</p>
      )}
      <Following count={rows.balancesOnly} />
    </>
  );
}

const titles: Readonly<Record<Which, string>> = { changed: 'Changed', added: 'Added', removed: 'Removed' };

function Following({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const what = count === 1 ? 'row differs' : 'rows differ';
  return (
    <p className="outcome-note">
      {count.toLocaleString('en')} {what} in the balances alone: they follow from an earlier difference.
    </p>
  );
}

function ChangedTable({ rows }: { readonly rows: readonly ChangedRow[] }) {
  return (
    <table className="figures-table">
      <thead>
        <tr>
          <th scope="col" className="cell-figure">
            Row
          </th>
          <th scope="col" title="Time in UTC">
            At
          </th>
          <th scope="col">Kind</th>
          <th scope="col">Id</th>
          <th scope="col">What changed</th>
          <th scope="col">Meter</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ first, second, columns }) => (
          <tr key={`${first.seq} ${second.seq}`}>
            <th scope="row" className="cell-figure">
              {first.seq.toLocaleString('en')}
              {second.seq !== first.seq && ` → ${second.seq.toLocaleString('en')}`}
            </th>
            <td>{timeText(first)}</td>
            <td>{first.kind}</td>
            <td>{first.id}</td>
            <td className="compare-changes">
              {columns.map((column) => (
                <span key={column} className="compare-change">
                  {column} <del>{cellText(first[column])}</del> <ins>{cellText(second[column])}</ins>
                </span>
              ))}
            </td>
            <td>{first.meter}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OneSided({ rows }: { readonly rows: readonly Row[] }) {
  const figures = ['quantity', 'credits', 'included', 'prepaid', 'flex', 'blocked'] as const;
  return (
    <table className="figures-table">
      <thead>
        <tr>
          <th scope="col" className="cell-figure">
            Row
          </th>
          <th scope="col" title="Time in UTC">
            At
          </th>
          <th scope="col">Kind</th>
          <th scope="col">Id</th>
          <th scope="col">Meter</th>
          {figures.map((column) => (
            <th key={column} scope="col" className="cell-figure">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <th scope="row" className="cell-figure">
              {row.seq.toLocaleString('en')}
            </th>
            <td>{timeText(row)}</td>
            <td>{row.kind}</td>
            <td>{row.id}</td>
            <td>{row.meter}</td>
            {figures.map((column) => (
              <td key={column} className="cell-figure">
                {row[column] === '' ? '' : formatCredits(row[column])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function timeText({ at }: Row): string {
  return at.replace('T', ' ').replace(/:00Z$/, 'Z');
}

function cellText(cell: string | number): string {
  const text = String(cell);
  if (text === '') return 'empty';
  return /^-?\d+(\.\d+)?$/.test(text) ? formatCredits(text) : text;
}
