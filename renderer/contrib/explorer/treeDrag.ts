import type { TreeDrag } from '../../base/treeProps.ts';
import type { Workbench } from '../../platform/workbench.ts';
import { explorerStore } from './explorerStore.ts';
import { moveInto } from './moveCommands.ts';
import { folderAt, topmost } from './paths.ts';
import { filesOf } from './targets.ts';

const dragType = 'application/x-drawdown-files';

/** Rows are dragged into other folders; files of the system that are dropped here are copied in. */
export function treeDrag(workbench: Workbench): TreeDrag {
  const writable = workbench.context.holds('workspaceOpen && !workspaceReadOnly');
  return {
    begin({ dataTransfer }, path) {
      const { chosen } = explorerStore.getState().choice;
      const paths = chosen.has(path) ? topmost([...chosen]) : [path];
      dataTransfer.setData(dragType, JSON.stringify(paths));
      dataTransfer.effectAllowed = 'move';
    },
    accepts: ({ dataTransfer: { types } }) => writable && (types.includes(dragType) || types.includes('Files')),
    target: (path) => folderAt(filesOf(workbench), path) || null,
    drop({ dataTransfer }, path) {
      const dragged = dataTransfer.getData(dragType);
      if (dragged !== '') void moveInto(workbench, JSON.parse(dragged) as string[], path ?? '');
      else void takeDrop(workbench, path ?? '', dropped(dataTransfer));
    },
  };
}

/** What a drop holds; to be asked before its event is over. */
function dropped({ items }: DataTransfer): readonly (FileSystemEntry | File | null)[] {
  return [...items].filter(({ kind }) => kind === 'file').map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
}

async function takeDrop(workbench: Workbench, folder: string, entries: ReturnType<typeof dropped>): Promise<void> {
  const [{ addFiles }, { droppedFiles }] = await Promise.all([import('./addFiles.ts'), import('./droppedFiles.ts')]);
  await addFiles(workbench, folder, await droppedFiles(entries));
}
