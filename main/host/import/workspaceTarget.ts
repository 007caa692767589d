import { writeNewFile } from '../../store/newFile.ts';
import type { Workspace } from '../../store/workspaceTypes.ts';
import type { ImportTarget } from './runImport.ts';

/** A workspace as what an import goes into. */
export function workspaceTarget(workspace: Workspace): ImportTarget {
  return {
    hasRoomFor: (note) => workspace.history.hasRoomFor(note),
    write: (path, chunks) => writeNewFile(workspace, { path, chunks }),
    note: (note) => workspace.history.append({ kind: 'import', note }),
  };
}
