import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AuditRowsView, AuditView, FindingView } from '../../../../shared/rpc/auditViews.ts';
import { Banner } from '../../../base/Banner.tsx';
import { Button } from '../../../base/Button.tsx';
import { classes } from '../../../base/classes.ts';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { AuditChoice } from '../auditState.ts';
import { codeTitle } from '../plainWords.ts';
import { RowBesideTable } from './RowBesideTable.tsx';
import { rowsAsk, takeAsk } from './rowsAsk.ts';
import { useAnswer } from './useAnswer.ts';
import './rows.css';

interface RowsAroundProps {
  readonly path: string;
  readonly finding: FindingView;
  readonly view: AuditView;
  readonly audited: AuditChoice | null;
}

const firstShown = 4;
const step = 20;
const most = 200;

/** The row that a finding is about, as it stands in the file among its neighbours, and beside the one that is due. */
export function RowsAround({ path, finding, view, audited }: RowsAroundProps) {
  const id = useId();
  const frame = useRef<HTMLElement>(null);
  const [span, setSpan] = useState({ before: firstShown, after: firstShown });
  const { auditId } = view;
  const { row } = finding;
  const asked = row === null || !audited?.ledger ? null : { auditId, row, ...span };
  const rows = useAnswer('audit.rows', asked);
  const reason = useAnswer('audit.reason', { auditId, finding: finding.index });
  const beside = reason.isCurrent ? (reason.value?.beside ?? null) : null;
  const arrived = rows.value !== null && rows.isCurrent;
  const wanted = useStore(rowsAsk, (state) => state.path === path);
  useEffect(() => {
    if (wanted && arrived && takeAsk(path)) frame.current?.scrollIntoView({ block: 'center' });
  }, [wanted, arrived, path]);
  if (!beside && asked === null) return null;
  const more = (side: keyof typeof span) => () =>
    setSpan((now) => ({ ...now, [side]: Math.min(most, now[side] + step) }));
  return (
    <section className="rows-around" aria-labelledby={id} ref={frame}>
      <h3 id={id}>{row === null ? codeTitle(finding.code) : `Row ${row.toLocaleString('en')} of the ledger`}</h3>
      {beside && <RowBesideTable beside={beside} timeZone={view.timeZone} />}
      {rows.failure !== null && <Banner kind="error">The rows cannot be shown: {rows.failure}</Banner>}
      {asked !== null && rows.value && (
        <>
          <p className="rows-caption">
            {rows.value.asInFile
              ? 'As it stands in the file, with its neighbours'
              : 'With its neighbours, as they were read'}
            <OpenFile audited={audited} rows={rows.value} row={asked.row} />
          </p>
          <FileRowsTable rows={rows.value} row={asked.row} />
          <div className="rows-more">
            {rows.value.from > 1 && span.before < most && (
              <Button kind="link" icon="arrow-up" command="audit.earlierRows" onClick={more('before')}>
                Earlier rows
              </Button>
            )}
            {(rows.value.rows.at(-1)?.row ?? 0) < rows.value.total && span.after < most && (
              <Button kind="link" icon="arrow-down" command="audit.laterRows" onClick={more('after')}>
                Later rows
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

interface OpenFileProps {
  readonly audited: AuditChoice | null;
  readonly rows: AuditRowsView;
  readonly row: number;
}

/** A file of the folder is opened at the very line. */
function OpenFile({ audited, rows, row }: OpenFileProps) {
  const { editors } = useWorkbench();
  const ledger = audited?.ledger;
  const line = rows.rows.find((each) => each.row === row)?.line;
  if (ledger?.kind !== 'path' || ledger.path.endsWith('.ledger') || line === undefined) return null;
  const place = { line, column: 1, offset: 0, length: 0 };
  return (
    <Button
      kind="link"
      icon="go-to-file"
      command="audit.openLine"
      onClick={() => editors.open(`text:${ledger.path}`, { reveal: { place }, focus: true })}
    >
      Open {ledger.path} at line {line.toLocaleString('en')}
    </Button>
  );
}

function FileRowsTable({ rows: { columns, rows }, row }: { readonly rows: AuditRowsView; readonly row: number }) {
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  return (
    <div className="table-scroll rows-table" role="group" tabIndex={0} aria-label="Rows of the ledger">
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col" className="cell-figure">
              Row
            </th>
            <th scope="col" className="cell-figure">
              Line
            </th>
            {columns.map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <tr
              key={each.line}
              className={classes(each.row === row && 'row-found', each.row === null && 'row-unread')}
              aria-current={each.row === row || undefined}
            >
              <th scope="row" className="cell-figure">
                {each.row === null ? 'not read' : each.row.toLocaleString('en')}
              </th>
              <td className="cell-figure">{each.line.toLocaleString('en')}</td>
              {each.cells.map((cell, index) => (
                <td key={index} className="row-cell" colSpan={each.cells.length === 1 ? width : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
