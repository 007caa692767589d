import { useStore } from 'zustand';
import type { FileNode, WorkspaceView } from '../../../shared/rpc/views.ts';
import { Badge } from '../../base/Badge.tsx';
import { Button } from '../../base/Button.tsx';
import { fileIcon } from '../../base/fileIcon.ts';
import { RunProgress } from '../../base/RunProgress.tsx';
import { Tree } from '../../base/Tree.tsx';
import type { TreeNode } from '../../base/treeRows.ts';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { explorerStore, toggleFolder } from './explorerStore.ts';
import { NoFolder } from './NoFolder.tsx';
import { factsAbout } from './targets.ts';
import { treeDrag } from './treeDrag.ts';
import './explorer.css';

/** The files of the open folder. */
export function ExplorerView() {
  const { workspace } = useWorkbench();
  const view = useStore(workspace.store);
  return view ? <Files key={view.folder} view={view} /> : <NoFolder />;
}

function Files({ view }: { readonly view: WorkspaceView }) {
  const workbench = useWorkbench();
  const { editors } = workbench;
  const { open, choice } = useStore(explorerStore);
  const toNode = useFileNode();
  const showMenu = useFileMenu(view);
  const drag = treeDrag(workbench);
  return (
    <div
      className="explorer"
      onContextMenu={(event) => {
        event.preventDefault();
        showMenu('', { x: event.clientX, y: event.clientY });
      }}
      onDragOver={(event) => drag.accepts(event) && event.preventDefault()}
      onDrop={(event) => {
        if (event.defaultPrevented || !drag.accepts(event)) return;
        event.preventDefault();
        drag.drop(event, null);
      }}
    >
      <FolderRow view={view} />
      {view.files.length === 0 ? (
        <EmptyFolder />
      ) : (
        <Tree
          label={`Files of ${view.name}`}
          nodes={view.files.map(toNode)}
          open={open}
          choice={choice}
          multiple
          onToggle={toggleFolder}
          onChoose={(now) => explorerStore.setState({ choice: now })}
          onOpen={(path, pinned) => editors.openFile(path, { pinned })}
          onMenu={showMenu}
          drag={drag}
        />
      )}
      <Copying />
    </div>
  );
}

/** How a file is drawn, with its marks. */
function useFileNode(): (file: FileNode) => TreeNode {
  const { documents, problems } = useWorkbench();
  const { open, clip } = useStore(explorerStore);
  const dirty = useStore(documents.store, ({ byPath }) => byPath);
  const faulty = useStore(problems.store, ({ byPath }) => byPath);
  const toNode = (file: FileNode): TreeNode => ({
    id: file.path,
    title: file.name,
    icon: file.kind === 'folder' && open.has(file.path) ? 'folder-opened' : fileIcon(file.kind),
    faint: clip?.cut === true && clip.paths.includes(file.path),
    children: file.kind === 'folder' ? (file.children ?? []).map(toNode) : undefined,
    mark: <FileMark dirty={dirty[file.path]?.dirty ?? false} problems={faulty[file.path]?.length ?? 0} />,
  });
  return toNode;
}

function useFileMenu(view: WorkspaceView) {
  const { openMenu } = useWorkbench();
  return (path: string, { x, y }: { readonly x: number; readonly y: number }): void => {
    const facts = factsAbout(view.files, path, explorerStore.getState().choice.chosen);
    openMenu({ menu: 'explorer/context', x, y, args: { path }, facts });
  };
}

function FolderRow({ view }: { readonly view: WorkspaceView }) {
  return (
    <div className="explorer-folder" title={view.folder}>
      <span className="explorer-folder-name">{view.name}</span>
      {view.readOnly !== null && (
        <Badge kind="warning" title={view.readOnly}>
          Read-only
        </Badge>
      )}
      {view.readOnly !== null && <p className="explorer-reason">{view.readOnly}</p>}
    </div>
  );
}

function FileMark({ dirty, problems }: { readonly dirty: boolean; readonly problems: number }) {
  return (
    <span className="explorer-mark">
      {problems > 0 && (
        <span className="explorer-problems" title={`${problems} problems`}>
          {problems > 9 ? '9+' : problems}
        </span>
      )}
      {dirty && <span className="explorer-dirty" role="img" aria-label="not saved" />}
    </span>
  );
}

function Copying() {
  const copying = useStore(explorerStore, (state) => state.copying);
  if (!copying) return null;
  const { name, at, of, cancel } = copying;
  return (
    <div className="explorer-copying">
      <RunProgress step={`Copying in ${name} (${at} of ${of})`} part={(at - 1) / of} onCancel={cancel} />
    </div>
  );
}

function EmptyFolder() {
  const { commands } = useWorkbench();
  return (
    <div className="explorer-empty">
      <p>This folder holds no files yet. Drop files here to copy them in.</p>
      <Button kind="primary" onClick={() => void commands.run('file.newScenario')}>
        New Scenario
      </Button>
      <Button onClick={() => void commands.run('explorer.addFiles')}>Add Files</Button>
    </div>
  );
}
