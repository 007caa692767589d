import { useState } from 'react';
import type { AuditView, DeskSample } from '../../../../shared/rpc/auditViews.ts';
import { Button } from '../../../base/Button.tsx';
import { CommandButton } from '../../../base/CommandButton.tsx';
import { classes } from '../../../base/classes.ts';
import { formatCredits } from '../../../base/format.ts';
import { Icon } from '../../../base/Icon.tsx';
import { useWorkbench } from '../../../platform/useWorkbench.ts';
import type { AuditState } from '../auditState.ts';
import { goToRow, rowPlace } from '../goToRow.ts';
import { instantText } from '../instantText.ts';
import type { DeskWriter } from './useDeskWriter.ts';

interface SampleRowsProps {
  readonly sample: DeskSample;
  readonly audit: AuditState;
  readonly view: AuditView;
  readonly writer: DeskWriter;
}

const figures: ReadonlySet<string> = new Set([
  'line',
  'quantity',
  'credits',
  'included',
  'prepaid',
  'flex',
  'blocked',
  'includedAfter',
  'prepaidAfter',
  'flexMonthAfter',
]);

/** The drawn rows with their cells, each to be ticked. */
export function SampleRows(props: SampleRowsProps) {
  const { columns, rows, seed } = props.sample;
  return (
    <div className="table-scroll sample-scroll" role="group" tabIndex={0} aria-label={`Rows drawn with seed ${seed}`}>
      <table className="figures-table sample-table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Found</th>
            <th scope="col">Note</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={figures.has(column) ? 'cell-figure' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((drawn) => (
            <DrawnRow key={drawn.row} {...props} drawn={drawn} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DrawnRowProps extends SampleRowsProps {
  readonly drawn: DeskSample['rows'][number];
}

function DrawnRow({ drawn, sample, audit, view, writer }: DrawnRowProps) {
  const workbench = useWorkbench();
  const { row, cells, tick = null } = drawn;
  const [note, setNote] = useState(tick?.text ?? '');
  const place = rowPlace(audit.audited, row);
  const set = (agreed: boolean) =>
    void writer.change('Ticking the row', (common) =>
      workbench.rpc('audit.tick', { ...common, sample: sample.seq, row, agreed, text: note.trim() }),
    );
  return (
    <tr data-scope="sampleRow" className={classes(tick?.agreed === false && 'sample-off')}>
      <th scope="row">
        {place ? (
          <Button kind="link" command="audit.goToRow" onClick={() => goToRow(workbench, place)}>
            {row.toLocaleString('en')}
          </Button>
        ) : (
          row.toLocaleString('en')
        )}
      </th>
      <td>
        <span className="ticks" role="group" aria-label={`Row ${row}`}>
          <TickButton agreed pressed={tick?.agreed === true} obstacle={writer.obstacle} row={row} onClick={set} />
          <TickButton
            agreed={false}
            pressed={tick?.agreed === false}
            obstacle={writer.obstacle}
            row={row}
            onClick={set}
          />
        </span>
      </td>
      <td>
        <input
          className="input sample-note"
          aria-label={`Note on row ${row}`}
          value={note}
          maxLength={4000}
          onChange={(event) => setNote(event.target.value)}
        />
      </td>
      {sample.columns.map((column, index) => (
        <td key={column} className={figures.has(column) ? 'cell-figure' : undefined}>
          {cellText(column, cells[index] ?? '', view)}
        </td>
      ))}
    </tr>
  );
}

function cellText(column: string, cell: string, { timeZone }: AuditView): string {
  if (column === 'at') return instantText(cell, timeZone);
  return figures.has(column) && cell !== '' ? formatCredits(cell) : cell;
}

interface TickButtonProps {
  readonly agreed: boolean;
  readonly pressed: boolean;
  readonly obstacle: string | null;
  readonly row: number;
  onClick(agreed: boolean): void;
}

function TickButton({ agreed, pressed, obstacle, row, onClick }: TickButtonProps) {
  const title = agreed ? 'Agreed' : 'Not agreed';
  return (
    <CommandButton
      command={agreed ? 'audit.agree' : 'audit.disagree'}
      className={`tick tick-${agreed ? 'good' : 'bad'}`}
      aria-pressed={pressed}
      aria-label={`Row ${row}: ${title.toLowerCase()}`}
      title={obstacle ?? title}
      disabled={obstacle !== null}
      onClick={() => onClick(agreed)}
    >
      <Icon name={agreed ? 'check' : 'close'} />
    </CommandButton>
  );
}
