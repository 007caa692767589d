import { useState } from 'react';
import type { AuditException, AuditView } from '../../../../shared/rpc/auditViews.ts';
import { Badge } from '../../../base/Badge.tsx';
import { classes } from '../../../base/classes.ts';
import { CommandButton } from '../../../base/CommandButton.tsx';
import { signedMoney } from '../arithmetic.ts';
import type { AuditState } from '../auditState.ts';
import { selectFinding } from '../auditStore.ts';
import { statusTitles } from '../paperWords.ts';
import { codeTitle } from '../plainWords.ts';
import { FollowUp } from './FollowUp.tsx';
import { ThresholdMark } from './ThresholdMark.tsx';
import type { DeskWriter } from './useDeskWriter.ts';

interface ExceptionRowsProps {
  readonly path: string;
  readonly audit: AuditState;
  readonly view: AuditView;
  readonly writer: DeskWriter;
  readonly exceptions: readonly AuditException[];
  readonly owners: readonly string[];
}

/** The exceptions, and under the chosen one what can be said of it. */
export function ExceptionRows({ path, view, writer, exceptions, owners, audit }: ExceptionRowsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (exception: AuditException): void => {
    const key = keyOf(exception);
    setChosen(chosen === key ? null : key);
    const finding = view.findings.find(({ index }) => index === exception.finding);
    if (finding) selectFinding(path, finding);
  };
  return (
    <div className="table-scroll exceptions-scroll" role="group" tabIndex={0} aria-label="Exceptions">
      <table className="figures-table exceptions">
        <thead>
          <tr>
            <th scope="col">Exception</th>
            <th scope="col">Where</th>
            <th scope="col" className="cell-figure">
              Amount
            </th>
            <th scope="col">Status</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
            <th scope="col">Latest note</th>
          </tr>
        </thead>
        {exceptions.map((exception) => (
          <tbody key={keyOf(exception)} data-scope="exception">
            <Line
              exception={exception}
              view={view}
              chosen={chosen === keyOf(exception)}
              onChoose={() => choose(exception)}
            />
            {chosen === keyOf(exception) && (
              <tr>
                <td colSpan={7} className="exception-form">
                  <FollowUp {...{ path, audit, exception, owners, writer }} onDone={() => setChosen(null)} />
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface LineProps {
  readonly exception: AuditException;
  readonly view: AuditView;
  readonly chosen: boolean;
  onChoose(): void;
}

function Line({ exception, view, chosen, onChoose }: LineProps) {
  const { code, money, mark, status, owner, due, latest, message } = exception;
  const late = due !== null && (status === 'open' || status === 'disputed') && due < today();
  return (
    <tr className={classes(chosen && 'finding-chosen')}>
      <th scope="row">
        <CommandButton
          command="audit.exception"
          className="finding-choose"
          aria-expanded={chosen}
          title={message}
          onClick={onChoose}
        >
          {titleOf(code)}
        </CommandButton>
        <ThresholdMark mark={mark} />
      </th>
      <td>{placeText(exception)}</td>
      <td className="cell-figure">{money === '' ? '' : signedMoney(money, view.currency)}</td>
      <td>
        <Badge kind={status === 'open' || status === 'disputed' ? 'warning' : 'neutral'}>{statusTitles[status]}</Badge>
      </td>
      <td>{owner}</td>
      <td className={classes(late && 'exception-late')} title={late ? 'overdue' : undefined}>
        {due}
        {late && <span className="visually-hidden"> overdue</span>}
      </td>
      <td className="cell-text" title={latest ?? undefined}>
        {latest}
      </td>
    </tr>
  );
}

function titleOf(code: AuditException['code']): string {
  if (code === 'sample') return 'Drawn row did not agree';
  return code === 'row-note' ? 'Noted row' : codeTitle(code);
}

function placeText({ row, invoice }: AuditException): string {
  const places = [
    row === null ? null : `row ${row.toLocaleString('en')}`,
    invoice === null ? null : `invoice ${invoice}`,
  ];
  return places.filter((place) => place !== null).join(', ');
}

function keyOf({ finding, row }: AuditException): string {
  return finding === null ? `row ${row}` : `finding ${finding}`;
}

/** Today in the reader's own time, as a date field gives it. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
