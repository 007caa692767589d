import { ok } from '../../../shared/base/result.ts';
import { readDocument } from '../../store/document.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import type { UsageFiles } from '../usageFiles.ts';
import type { VariantsToOpen } from './openVariants.ts';

/** How the scenarios that a comparison names are read: as they are saved. */
export function scenariosOf(workspace: Workspace, files: UsageFiles): Pick<VariantsToOpen, 'readScenario' | 'usageOf'> {
  return {
    async readScenario(path) {
      const read = await readDocument(workspace, path);
      return read.ok ? ok(read.value.text) : read;
    },
    usageOf: (scenarioPath) => files.reader(workspace, scenarioPath),
  };
}
