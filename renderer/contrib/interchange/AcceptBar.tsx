import { useState } from 'react';
import type { ImportMapping } from './mapping.ts';
import type { ImportPreview, ImportReport } from '../../../shared/rpc/views.ts';
import { Button } from '../../base/Button.tsx';
import { Checkbox } from '../../base/Checkbox.tsx';
import { Select } from '../../base/Select.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { addToScenario } from './addToScenario.ts';
import type { ImportSource } from './importSource.ts';
import { importTarget } from './scenarioFiles.ts';

interface AcceptBarProps {
  readonly source: ImportSource;
  readonly preview: ImportPreview;
  readonly mapping: ImportMapping;
  readonly scenarios: readonly string[];
  readonly blocked: boolean;
  onDone(report: ImportReport, scenario: string | null): void;
}

/** The last decisions: which scenario uses the rows, whether refused ones may be left behind. */
export function AcceptBar({ source, preview, mapping, scenarios, blocked, onDone }: AcceptBarProps) {
  const workbench = useWorkbench();
  const [scenario, setScenario] = useState(() => likelyScenario(scenarios, workbench.editors.all()));
  const [acceptRefused, setAcceptRefused] = useState(false);
  const [running, setRunning] = useState(false);
  const { refused, taken } = preview.counts;
  const chosen = scenario === '' ? null : scenario;
  const run = async () => {
    setRunning(true);
    try {
      const into = importTarget(preview.name, chosen);
      const report = await workbench.rpc('import.run', { source, mapping, into, acceptRefused });
      await workbench.workspace.refresh();
      if (chosen !== null) await addToScenario(workbench, chosen, report);
      onDone(report, chosen);
    } catch (error) {
      workbench.notifications.failed('Importing', error);
      setRunning(false);
    }
  };
  const off = blocked || running || taken === 0 || (refused > 0 && !acceptRefused);
  return (
    <footer className="accept-bar">
      <Select
        label="Use in"
        value={scenario}
        options={[
          ...scenarios.map((path) => ({ value: path, title: path })),
          { value: '', title: 'No scenario: only write the usage file' },
        ]}
        onChange={setScenario}
      />
      {refused > 0 && (
        <Checkbox
          label={`Leave the ${refused.toLocaleString('en')} refused rows behind and take the ${taken.toLocaleString('en')} good ones`}
          checked={acceptRefused}
          onChange={setAcceptRefused}
        />
      )}
      <Button kind="primary" icon="check" disabled={off} command="import.accept" onClick={() => void run()}>
        {running ? 'Importing…' : `Import ${taken.toLocaleString('en')} usage ${taken === 1 ? 'row' : 'rows'}`}
      </Button>
    </footer>
  );
}

/** The only scenario, else one that is open. */
function likelyScenario(scenarios: readonly string[], open: readonly string[]): string {
  if (scenarios.length === 1) return scenarios[0]!;
  return scenarios.findLast((path) => open.some((uri) => uri.endsWith(`:${path}`))) ?? '';
}
