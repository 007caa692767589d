import { ok } from '../../../shared/base/result.ts';
import { decodeScenario } from '../../../shared/scenario/decode.ts';
import type { Handlers } from '../handlers.ts';
import type { OpenFolder } from '../openFolder.ts';
import type { UsageFiles } from '../usageFiles.ts';
import { fitOutcome } from './fitOutcome.ts';
import { readHistory } from './readHistory.ts';

/** Fits demand models to usage that was seen. */
export function fitService({
  open,
  files,
}: {
  readonly open: OpenFolder;
  readonly files: UsageFiles;
}): Handlers<'forecast.fit'> {
  return {
    'forecast.fit': async ({ path, text, ...wanted }) => {
      const workspace = open.workspace();
      if (!workspace.ok) return workspace;
      const { scenario, diagnostics } = decodeScenario(text);
      if (!scenario) return ok({ fit: null, refusal: null, meters: [], diagnostics });
      const seen = await readHistory({ workspace: workspace.value, files, scenario, scenarioPath: path }, wanted);
      return ok(fitOutcome(scenario, seen, wanted));
    },
  };
}
