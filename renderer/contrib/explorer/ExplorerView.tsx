import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { FileNode, WorkspaceView } from '../../../shared/rpc/views.ts';
import { Badge } from '../../base/Badge.tsx';
import { Button } from '../../base/Button.tsx';
import { fileIcon } from '../../base/fileIcon.ts';
import { Tree } from '../../base/Tree.tsx';
import type { TreeNode } from '../../base/Tree.tsx';
import { useWorkbench } from '../../platform/useWorkbench.ts';
import { NoFolder } from './NoFolder.tsx';
import './explorer.css';

/** The files of the open folder. */
export function ExplorerView() {
  const { workspace } = useWorkbench();
  const view = useStore(workspace.store);
  return view ? <Files key={view.folder} view={view} /> : <NoFolder />;
}

function Files({ view }: { readonly view: WorkspaceView }) {
  const { documents, problems, editors, context } = useWorkbench();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(view.files.map((file) => file.path)));
  const [chosen, setChosen] = useState<string | null>(null);
  const active = useStore(context.store, (values) => values.activePath as string | null);
  const [followed, setFollowed] = useState(active);
  const dirty = useStore(documents.store, ({ byPath }) => byPath);
  const faulty = useStore(problems.store, ({ byPath }) => byPath);
  if (active !== followed) {
    setFollowed(active);
    setChosen(active);
  }
  useEffect(() => context.set('explorerPath', chosen), [context, chosen]);
  const showMenu = useFileMenu(view);
  const toNode = (file: FileNode): TreeNode => ({
    id: file.path,
    title: file.name,
    icon: file.kind === 'folder' && open.has(file.path) ? 'folder-opened' : fileIcon(file.kind),
    children: file.kind === 'folder' ? (file.children ?? []).map(toNode) : undefined,
    mark: <FileMark dirty={dirty[file.path]?.dirty ?? false} problems={faulty[file.path]?.length ?? 0} />,
  });
  const toggle = (id: string): void => setOpen((now) => toggled(now, id));
  return (
    <>
      <FolderRow view={view} />
      {view.files.length === 0 ? (
        <EmptyFolder />
      ) : (
        <Tree
          label={`Files of ${view.name}`}
          nodes={view.files.map(toNode)}
          open={open}
          selected={chosen}
          onToggle={toggle}
          onSelect={setChosen}
          onOpen={(path, pinned) => editors.openFile(path, { pinned })}
          onMenu={showMenu}
        />
      )}
    </>
  );
}

function toggled(open: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}

function useFileMenu(view: WorkspaceView) {
  const { openMenu } = useWorkbench();
  return (path: string, { x, y }: { readonly x: number; readonly y: number }): void => {
    // The focus goes to the menu meanwhile, and comes back before a command runs.
    const facts = { fileKind: find(view.files, path)?.kind ?? 'file', explorerPath: path, part: 'sideBar' };
    openMenu({ menu: 'explorer/context', x, y, args: { path }, facts });
  };
}

function find(files: readonly FileNode[], path: string): FileNode | null {
  for (const file of files) {
    const found = file.path === path ? file : find(file.children ?? [], path);
    if (found) return found;
  }
  return null;
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

function EmptyFolder() {
  const { commands } = useWorkbench();
  return (
    <div className="explorer-empty">
      <p>This folder holds no files yet.</p>
      <Button kind="primary" onClick={() => void commands.run('file.newScenario')}>
        New Scenario
      </Button>
    </div>
  );
}
