import type { ImportReport } from '../../../shared/rpc/views.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { relativeToScenario, withUsageFile } from './scenarioUsage.ts';

/** Lists an imported file in a scenario, as one step that can be undone. */
export async function addToScenario({ documents }: Workbench, scenario: string, report: ImportReport): Promise<void> {
  const path = relativeToScenario(scenario, report.path);
  if (path === null) return;
  const { text } = await documents.open(scenario);
  documents.edit(scenario, withUsageFile(text, { path, sha256: report.sha256 }), `Import ${path}`);
}
