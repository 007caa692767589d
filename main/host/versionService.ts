import { findDamage, listVersions, readVersion, restoreVersion } from '../store/versions.ts';
import type { Handlers } from './handlers.ts';
import type { OpenFolder } from './openFolder.ts';
import { inFolder } from './inFolder.ts';
import type { Output } from './output.ts';

type Methods = 'version.list' | 'version.read' | 'version.restore' | 'version.damage';

/** The local history of the documents of the open folder. */
export function versionService({ open, output }: { open: OpenFolder; output: Output }): Handlers<Methods> {
  const stored = inFolder(open);
  return {
    'version.list': ({ path }) => stored((workspace) => listVersions(workspace, path)),
    'version.read': (wanted) => stored((workspace) => readVersion(workspace, wanted)),
    'version.restore': async (wanted) => {
      const restored = await stored((workspace) => restoreVersion(workspace, wanted));
      if (restored.ok && restored.value.saved) output.say(`Restored version ${wanted.number} of ${wanted.path}.`);
      return restored;
    },
    'version.damage': ({ path }) => stored((workspace) => findDamage(workspace, path)),
  };
}
