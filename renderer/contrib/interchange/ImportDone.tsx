import type { ImportReport } from '../../../shared/rpc/views.ts';
import { Banner } from '../../base/Banner.tsx';
import { Button } from '../../base/Button.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { CountsTable } from './CountsTable.tsx';
import { MissingMeters } from './MissingMeters.tsx';
import { RefusedTable } from './RefusedTable.tsx';

interface ImportDoneProps {
  readonly report: ImportReport;
  readonly scenario: string | null;
  onAgain(): void;
}

/** What was done, with the counts to keep, and what is left to do. */
export function ImportDone({ report, scenario, onAgain }: ImportDoneProps) {
  const { editors } = useWorkbench();
  return (
    <div className="import-done">
      <Banner kind="info">
        {report.counts.taken.toLocaleString('en')} usage rows were written to {report.path}
        {scenario === null ? '.' : ` and listed in ${scenario}, which is not saved yet.`}
      </Banner>
      {scenario !== null && <MissingMeters scenario={scenario} report={report} />}
      <CountsTable counts={report.counts} />
      <p className="import-sha">
        sha256 <code>{report.sha256}</code>
      </p>
      <RefusedTable refused={report.refused} counts={report.counts} />
      <div className="import-next">
        {scenario !== null && (
          <Button
            kind="primary"
            icon="graph"
            command="import.openScenario"
            onClick={() => editors.openFile(scenario, { focus: true })}
          >
            Open the scenario
          </Button>
        )}
        <Button icon="add" command="import.another" onClick={onAgain}>
          Import another file
        </Button>
      </div>
    </div>
  );
}
