import { err, ok } from '../../../shared/base/result.ts';
import { givenUpRefusals } from '../givenUpRefusals.ts';
import type { Handlers } from '../handlers.ts';
import type { OpenFolder } from '../openFolder.ts';
import { decodeWhereItFits } from '../threads/decodeWhereItFits.ts';
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
      const { threads } = files.reader(workspace.value, path);
      const decoded = await decodeWhereItFits(text, { threads });
      if (!decoded) return err(givenUpRefusals.cancelled);
      const { scenario, diagnostics } = decoded;
      if (!scenario) return ok({ fit: null, refusal: null, meters: [], diagnostics });
      const seen = await readHistory({ workspace: workspace.value, files, scenario, scenarioPath: path }, wanted);
      return ok(fitOutcome(scenario, seen, wanted));
    },
  };
}
